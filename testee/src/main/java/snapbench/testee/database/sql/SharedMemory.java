package snapbench.testee.database.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Databases in memory that several connections of a process share (sqlite.org/inmemorydb.html). */
public final class SharedMemory {
  private SharedMemory() {}

  /** Opens connections. */
  @FunctionalInterface
  interface Opener {
    Connection open(String url) throws SQLException;
  }

  /** The URL of a database of that name; it exists as long as a connection holds it. */
  public static String url(String name) {
    return SqliteDriver.URL_PREFIX + "file:" + name + "?mode=memory&cache=shared";
  }

  /** Whether a second connection sees the database of a first one, and finds it in memory. */
  static boolean isOffered(Opener driver) throws SQLException {
    String url = url("shared-" + UUID.randomUUID());
    try (Connection one = driver.open(url)) {
      Sql.run(one, "CREATE TABLE shared (a)");
      try (Connection other = driver.open(url)) {
        return Tables.names(other).contains("shared") && isInMemory(other);
      }
    }
  }

  private static boolean isInMemory(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            "PRAGMA database_list",
            row -> row.getString("file") == null || row.getString("file").isEmpty())
        .get(0);
  }
}
