package snapbench.testee.fault;

import java.sql.Connection;
import java.util.concurrent.locks.LockSupport;
import snapbench.testee.api.CycleReport;

/** Starts a thread that is parked for ever. It is a daemon, so that the testee can end. */
record ThreadLeak(int every) implements Fault {
  @Override
  public void plant(CycleReport done, Connection live) {
    if (done.cycle() % every == 0) {
      Thread thread = new Thread(ThreadLeak::parkForEver, "planted-leak-" + done.cycle());
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void parkForEver() {
    while (true) {
      LockSupport.park();
    }
  }
}
