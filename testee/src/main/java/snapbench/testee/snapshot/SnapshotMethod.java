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
   * @throws SQLException if SQLite or the driver refuses
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
      case MEMORY -> new MemorySnapshot(driver);
      case FILE -> new FileSnapshot(driver, folder);
      case MEMDB -> new MemdbSnapshot(driver);
      case VACUUM -> new VacuumSnapshot(driver);
      case SERIALIZE -> new SerializeSnapshot(driver);
    };
  }
}
