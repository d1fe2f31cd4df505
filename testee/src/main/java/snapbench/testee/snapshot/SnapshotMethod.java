package snapbench.testee.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.sql.SqliteDriver;

/** One way to copy a database. Stateless. */
public interface SnapshotMethod {
  /** Begins the statement of SQLite's backup API, as every SQLite JDBC driver offers it. */
  String BACKUP = "backup to";

  /**
   * Copies the main database of a connection.
   *
   * @param source a connection on the database to copy
   * @param name a name of its own for the copy: letters, digits and hyphens
   * @return the copy, to be closed by the caller; nothing is left where this throws
   * @throws IOException if a file of the copy cannot be made
   */
  Snapshot take(Connection source, String name) throws SQLException, IOException;

  /**
   * The method for a kind.
   *
   * @param driver opens the copies
   * @param folder takes the files of those kinds that need one
   */
  static SnapshotMethod of(SnapshotKind kind, SqliteDriver driver, Path folder) {
    return switch (kind) {
      // As in the original report: a shared cache, which the backup reaches by its name while
      // another connection holds it open. Drivers before 3.34.0 do not take that name for a URI
      // and
      // write a disk file of that very name.
      case MEMORY -> new MemoryCopy(driver, BACKUP, "", SqliteDriver::sharedMemoryUri);
      case FILE -> new FileSnapshot(driver, folder);
      // The VFS memdb keeps it as one block of memory. A name that begins with a slash is shared
      // by
      // all connections of the process (SQLite 3.36.0).
      case MEMDB -> new MemoryCopy(driver, BACKUP, "/", path -> "file:" + path + "?vfs=memdb");
      // SQLite 3.27
      case VACUUM -> new MemoryCopy(driver, "VACUUM INTO", "", SqliteDriver::sharedMemoryUri);
      case SERIALIZE -> new SerializeSnapshot(driver);
    };
  }
}
