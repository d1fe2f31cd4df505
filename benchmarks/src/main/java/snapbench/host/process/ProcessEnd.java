package snapbench.host.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import snapbench.host.kernel.KernelFile;

/**
 * Whether processes have ended. The JDK takes a zombie for one that is alive, which a process
 * remains after its end as long as nobody asks what became of it: for ever, where its parent is
 * gone and the first process of a container asks for none.
 */
public final class ProcessEnd {
  private static final long POLL_MILLIS = 10;

  private ProcessEnd() {}

  /**
   * Whether it has ended, with all its threads; whether it is a zombie is known on Linux only.
   * There the state is that of the first thread, which may have ended before others.
   */
  public static boolean hasEnded(ProcessHandle process) {
    return !process.isAlive()
        || KernelFile.text(KernelFile.ofProcess(process.pid()).resolve("status"))
            .filter(status -> status.contains("\nState:\tZ") || status.contains("\nState:\tX"))
            .filter(status -> status.contains("\nThreads:\t1\n"))
            .isPresent();
  }

  /** Waits for the end, no longer than a limit. */
  public static void await(ProcessHandle process, Duration limit) throws InterruptedException {
    long start = System.nanoTime();
    while (!hasEnded(process) && System.nanoTime() - start < limit.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }
}
