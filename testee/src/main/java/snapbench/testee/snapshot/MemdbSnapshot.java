package snapbench.testee.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.sql.SqliteDriver;

/**
 * Backup API into a database of the {@code memdb} VFS, which keeps it as one block of memory. A
 * name that begins with a slash is shared by all connections of the process (SQLite 3.36.0).
 */
record MemdbSnapshot(SqliteDriver driver) implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    return MemoryCopy.of(driver, source, BACKUP, "file:/" + name + "?vfs=memdb", "/" + name);
  }
}
