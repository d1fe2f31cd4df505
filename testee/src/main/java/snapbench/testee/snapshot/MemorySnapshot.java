package snapbench.testee.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.sql.SqliteDriver;

/**
 * Backup API into a second in-memory database with a URI of its own, as in the original report. The
 * copy lives in a shared cache, which the backup reaches by its name while another connection holds
 * it open. Drivers before 3.34.0 do not take that name for a URI and write a disk file of that very
 * name; {@link SnapshotCheck} catches it.
 */
record MemorySnapshot(SqliteDriver driver) implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    return MemoryCopy.of(driver, source, BACKUP, SqliteDriver.sharedMemoryUri(name), name);
  }
}
