package snapbench.testee.database.generate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Inserts a value for each of {@value #DATES} days, newest first, of one owner after the other.
 *
 * <p>The original report fills its tables in this order. It matters: going back in time, in a
 * b-tree ordered by date, every page is split in its middle and stays half full, which makes the
 * database 1.7 times the size that the same rows have when inserted in the order of time.
 *
 * <p>The dates are part of the statements, so that only the values cross from Java, many in one
 * statement; this is the fastest of the ways that were tried.
 */
final class DatedValues implements AutoCloseable {
  /** The newest date. */
  static final LocalDate NEWEST = LocalDate.of(2022, 6, 30);

  /** How many days there are values for. */
  static final int DATES = 1_800;

  // one parameter each and one for the owner: within the 999 that SQLite before 3.32 allows
  private static final int DATES_PER_STATEMENT = 600;

  private final List<PreparedStatement> statements = new ArrayList<>();

  /** Prepares to insert into a table of an owner's id, a date and a value. */
  DatedValues(Connection connection, String table) throws SQLException {
    for (int age = 0; age < DATES; age += DATES_PER_STATEMENT) {
      statements.add(connection.prepareStatement(statement(table, age)));
    }
  }

  /** Inserts the values of one owner. */
  void insert(String owner, DoubleSupplier values) throws SQLException {
    for (PreparedStatement statement : statements) {
      statement.setString(1, owner);
      for (int i = 0; i < DATES_PER_STATEMENT; i++) {
        statement.setDouble(2 + i, values.getAsDouble());
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements) {
      statement.close();
    }
  }

  private static String statement(String table, int youngest) {
    StringBuilder sql = new StringBuilder("INSERT INTO " + table + " VALUES ");
    for (int i = 0; i < DATES_PER_STATEMENT; i++) {
      String date = NEWEST.minusDays(youngest + i).toString();
      sql.append(i == 0 ? "" : ",").append("(?1,'").append(date).append("',?)");
    }
    return sql.toString();
  }
}
