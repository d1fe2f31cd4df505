package snapbench.testee.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a database. */
public final class Sql {
  private Sql() {}

  /** A name in double quotes, whether it needs them or not; the same for every SQLite version. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A string in single quotes. */
  public static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** The whole number that a query's first row begins with. */
  public static long number(Connection connection, String query) throws SQLException {
    List<Long> numbers = list(connection, query, row -> row.getLong(1));
    if (numbers.isEmpty()) {
      throw new SQLException("no row from " + query);
    }
    return numbers.get(0);
  }

  /** The first column of a query's only row, as text. */
  public static String text(Connection connection, String query) throws SQLException {
    List<String> texts = texts(connection, query);
    if (texts.size() != 1) {
      throw new SQLException(query + " returned " + texts.size() + " rows instead of one");
    }
    return texts.get(0);
  }

  /** The first column of all rows of a query, as text. */
  public static List<String> texts(Connection connection, String query) throws SQLException {
    return list(connection, query, row -> row.getString(1));
  }

  /** What is to be had from a row. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the current row. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Reads all rows of a query, in their order; none of a PRAGMA that this SQLite does not know, and
   * of one without rows that old drivers say has no result.
   */
  public static <T> List<T> list(Connection connection, String query, RowReader<T> reader)
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

  /** Runs a statement as an update, as which old drivers, too, take their own ones. */
  public static void update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
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
