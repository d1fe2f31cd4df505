package snapbench.testee.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a database that hold rows, and how many. */
public final class Tables {
  private static final String NAMES =
      "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid";

  private Tables() {}

  /**
   * The names of all tables in the order of the schema: SQLite's own (such as {@code
   * sqlite_sequence}) and the shadow tables of virtual tables included. Virtual tables themselves
   * are left out: what they hold stands in their shadow tables.
   */
  public static List<String> names(Connection connection) throws SQLException {
    return Sql.texts(connection, NAMES);
  }

  /**
   * Counts the rows of each of these tables.
   *
   * @return the numbers by table, iterating in the order of the schema
   */
  public static Map<String, Long> rows(Connection connection) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : names(connection)) {
      rows.put(table, rows(connection, table));
    }
    return rows;
  }

  /**
   * Counts the rows of one of them: by its shortest index, or without any where SQLite does not
   * know how that is sorted.
   *
   * @throws SQLException if it cannot be read
   */
  public static long rows(Connection connection, String table) throws SQLException {
    String query = "SELECT count(*) FROM main." + Sql.quoted(table);
    try {
      return Sql.number(connection, query);
    } catch (SQLException e) {
      try {
        return Sql.number(connection, query + " NOT INDEXED");
      } catch (SQLException same) {
        throw e;
      }
    }
  }
}
