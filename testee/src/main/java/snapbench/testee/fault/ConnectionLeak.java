package snapbench.testee.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;
import snapbench.testee.database.LiveDatabase;

/**
 * Never closes the snapshot's connection, so that the whole snapshot stays. A cycle without a
 * snapshot opens one more connection to the live database instead.
 */
record ConnectionLeak(LiveDatabase database, int every, List<Object> kept) implements Fault {
  @Override
  public boolean takesOver(long cycle, Connection snapshot) {
    if (cycle % every != 0) {
      return false;
    }
    kept.add(snapshot);
    return true;
  }

  @Override
  public void plant(CycleReport done, Connection live) throws SQLException {
    if (done.snapshot().equals(Protocol.NO_SNAPSHOT) && done.cycle() % every == 0) {
      kept.add(database.connect());
    }
  }
}
