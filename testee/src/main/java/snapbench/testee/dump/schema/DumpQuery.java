package snapbench.testee.dump.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small queries whose answers fit into memory. */
public final class DumpQuery {
  /** Makes one object of the current row. */
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private DumpQuery() {}

  /** All rows, in their order; none for a pragma that this SQLite does not know. */
  static <T> List<T> list(Connection connection, String sql, RowMapper<T> mapper)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            all.add(mapper.map(rows));
          }
        }
      }
    }
    return all;
  }

  /** The first column of the only row, as text. */
  public static String text(Connection connection, String sql) throws SQLException {
    List<String> all = list(connection, sql, row -> row.getString(1));
    if (all.size() != 1) {
      throw new SQLException(sql + " returned " + all.size() + " rows instead of one");
    }
    return all.get(0);
  }
}
