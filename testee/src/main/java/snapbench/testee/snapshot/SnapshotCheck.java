package snapbench.testee.snapshot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks that a copy has all tables and all rows of its original. A copy that fails was not the
 * work that is to be measured, so it is a failure, never a figure.
 */
public final class SnapshotCheck {
  private final Map<String, Long> expectedRows;

  /**
   * For copies of one database.
   *
   * @param expectedRows its rows by table
   */
  public SnapshotCheck(Map<String, Long> expectedRows) {
    this.expectedRows = new LinkedHashMap<>(expectedRows);
  }

  /**
   * Counts the copy's rows.
   *
   * @return rows over all tables
   * @throws SQLException if a table is missing or has another number of rows
   */
  public long countRows(Connection copy) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : expectedRows.keySet()) {
      rows.put(table, queryLong(copy, "SELECT count(*) FROM " + quoted(table)));
    }
    return compare(rows);
  }

  /**
   * Compares rows that were counted while they were read; tables that were not read are counted.
   *
   * @return rows over all tables
   * @throws SQLException if a table is missing or has another number of rows
   */
  public long compareRows(Connection copy, Map<String, Long> rowsRead) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : expectedRows.keySet()) {
      Long read = rowsRead.get(table);
      rows.put(
          table, read != null ? read : queryLong(copy, "SELECT count(*) FROM " + quoted(table)));
    }
    return compare(rows);
  }

  private long compare(Map<String, Long> rows) throws SQLException {
    long sum = 0;
    for (Map.Entry<String, Long> expected : expectedRows.entrySet()) {
      Long found = rows.get(expected.getKey());
      if (!expected.getValue().equals(found)) {
        throw new SQLException(
            "the snapshot is incomplete: table %s has %d rows, its original %d"
                .formatted(expected.getKey(), found, expected.getValue()));
      }
      sum += expected.getValue();
    }
    return sum;
  }

  /** Runs a query that returns one number. */
  public static long queryLong(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      if (!result.next()) {
        throw new SQLException("no row from " + sql);
      }
      return result.getLong(1);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
