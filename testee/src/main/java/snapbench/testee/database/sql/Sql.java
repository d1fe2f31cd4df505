package snapbench.testee.database.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a database. */
public final class Sql {
  private Sql() {}

  /** A name in double quotes, as SQLite takes any name. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The whole number that a query's first row begins with. */
  public static long number(Connection connection, String query) throws SQLException {
    List<Long> numbers = list(connection, query, row -> row.getLong(1));
    if (numbers.isEmpty()) {
      throw new SQLException("no row from " + query);
    }
    return numbers.get(0);
  }

  /** The first column of all rows of a query, as text. */
  public static List<String> texts(Connection connection, String query) throws SQLException {
    return list(connection, query, row -> row.getString(1));
  }

  /** What is to be had from a row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Reads all rows of a query; none also of a PRAGMA that old drivers say has no result, when it
   * has no rows.
   */
  static <T> List<T> list(Connection connection, String query, RowReader<T> reader)
      throws SQLException {
    List<T> list = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(query)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            list.add(reader.read(rows));
          }
        }
      }
    }
    return list;
  }

  /** Runs statements that answer nothing that matters. */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
