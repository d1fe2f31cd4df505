package snapbench.testee.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import snapbench.testee.sql.Tables;

/**
 * Checks that a copy has all tables and all rows of its original. A copy that fails was not the
 * work that is to be measured, so it is a failure, never a figure.
 *
 * @param expectedRows the original's rows by table
 */
public record SnapshotCheck(Map<String, Long> expectedRows) {
  /**
   * Counts the copy's rows.
   *
   * @return rows over all tables
   * @throws SQLException if a table is missing or has another number of rows
   */
  public long countRows(Connection copy) throws SQLException {
    return compareRows(copy, Map.of());
  }

  /**
   * Compares rows that were counted while they were read; tables that were not read are counted.
   *
   * @return rows over all tables
   * @throws SQLException if a table is missing or has another number of rows
   */
  public long compareRows(Connection copy, Map<String, Long> rowsRead) throws SQLException {
    long sum = 0;
    for (Map.Entry<String, Long> expected : expectedRows.entrySet()) {
      String table = expected.getKey();
      Long read = rowsRead.get(table);
      long found = read != null ? read : Tables.rows(copy, table);
      if (found != expected.getValue()) {
        throw new SQLException(
            "the snapshot is incomplete: table %s has %d rows, its original %d"
                .formatted(table, found, expected.getValue()));
      }
      sum += found;
    }
    return sum;
  }
}
