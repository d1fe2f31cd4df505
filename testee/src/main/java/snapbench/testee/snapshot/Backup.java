package snapbench.testee.snapshot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import snapbench.testee.database.sql.SqliteDriver;

/**
 * SQLite's backup API, as every SQLite JDBC driver offers it: by the statement {@code backup to}.
 */
final class Backup {
  private Backup() {}

  /** Copies the source's main database into the one of that name. */
  static void copy(Connection source, String destination) throws SQLException {
    try (Statement statement = source.createStatement()) {
      statement.executeUpdate("backup to '" + destination + "'");
    }
  }

  /**
   * Opens a database that ends with its last connection, and copies the source into it.
   *
   * @param names files that a driver might write instead
   */
  static Snapshot intoMemory(SqliteDriver driver, Connection source, String uri, String... names)
      throws SQLException, IOException {
    Connection holder = driver.connect(SqliteDriver.URL_PREFIX + uri);
    try {
      copy(source, uri);
      StrayFiles.refuse(names);
      return new Snapshot(holder, List.of());
    } catch (Throwable e) {
      Cleanup.close(holder, e);
      StrayFiles.delete(e, names);
      throw e;
    }
  }
}
