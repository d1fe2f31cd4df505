package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/**
 * Inserts rows by statements of many rows each: one call into the driver's native code per value
 * and per {@value #ROWS} rows, where one row at a time takes one and a half times as long.
 */
final class MultiRowInsert implements AutoCloseable {
  // times the columns of our widest table, within the 999 parameters that SQLite before 3.32 allows
  private static final int ROWS = 100;

  private final Connection connection;
  private final String table;
  private final int columns;
  private final Object[] values;
  private final PreparedStatement full;
  private int pending;

  /** Prepares to insert into all columns of a table. */
  MultiRowInsert(Connection connection, String table, int columns) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.columns = columns;
    this.values = new Object[ROWS * columns];
    this.full = connection.prepareStatement(statement(ROWS));
  }

  /** Adds a row, which reaches the database by {@link #flush()} at the latest. */
  void add(Object... row) throws SQLException {
    if (row.length != columns) {
      throw new IllegalArgumentException(table + " takes " + columns + " values a row");
    }
    System.arraycopy(row, 0, values, pending * columns, columns);
    pending++;
    if (pending == ROWS) {
      execute(full);
    }
  }

  /** Inserts the rows that are still pending. */
  void flush() throws SQLException {
    if (pending > 0) {
      try (PreparedStatement rest = connection.prepareStatement(statement(pending))) {
        execute(rest);
      }
    }
  }

  /** Releases the statement; rows that were not flushed are lost. */
  @Override
  public void close() throws SQLException {
    full.close();
  }

  private void execute(PreparedStatement insert) throws SQLException {
    for (int i = 0; i < pending * columns; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.executeUpdate();
    pending = 0;
  }

  private String statement(int rows) {
    String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
    return "INSERT INTO " + table + " VALUES " + String.join(",", Collections.nCopies(rows, row));
  }
}
