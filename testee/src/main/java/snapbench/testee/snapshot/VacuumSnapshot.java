package snapbench.testee.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.sql.SqliteDriver;

/** {@code VACUUM INTO} (SQLite 3.27) a second in-memory database, shared by its URI. */
record VacuumSnapshot(SqliteDriver driver) implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    return MemoryCopy.of(driver, source, "VACUUM INTO", SqliteDriver.sharedMemoryUri(name), name);
  }
}
