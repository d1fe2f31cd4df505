package snapbench.testee.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a table in batches of many rows, each with one step of one statement: SQLite joins the
 * values of each column, so the cost of a JDBC call is paid once for thousands of values. A batch
 * counts only if all its rows met the conditions of their {@link ColumnTransport}; otherwise
 * nothing is returned, and the rows have to be read by a {@link RowScan}.
 */
final class BatchScan {
  /** The pieces of a column together may take no more than this in Java. */
  private static final int GREATEST_BYTES = 8 << 20;

  private static final String SEPARATOR_LITERAL = "'\u001f'";

  private final Connection connection;
  private final Table table;
  private final byte[] insert;

  BatchScan(Connection connection, Table table) {
    this.connection = connection;
    this.table = table;
    insert = SqlText.utf8(table.insert());
  }

  /**
   * Whether this SQLite can do it: compare rows, and join text that holds a NUL character without
   * losing what is behind it (not before 3.37 or later).
   */
  static boolean isSupported(Connection connection) throws SQLException {
    String sql = "SELECT length(CAST(group_concat(CAST(x'6100' AS TEXT),x'1f') AS BLOB))";
    return Query.text(connection, sql).equals("2");
  }

  /** How all columns can travel; nothing if one of them cannot. */
  static Optional<List<ColumnTransport>> transports(List<ColumnProfile> profiles) {
    List<ColumnTransport> all =
        profiles.stream().map(ColumnTransport::of).flatMap(Optional::stream).toList();
    return all.size() == profiles.size() ? Optional.of(all) : Optional.empty();
  }

  /** The rows behind a position; nothing if they are fewer, or cannot be told exactly this way. */
  Optional<ColumnBatch> read(Position after, int rows, List<ColumnTransport> transports)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql(after, rows, transports))) {
      if (!answer.next() || answer.getInt(1) != rows) {
        return Optional.empty();
      }
      List<ColumnText> columns = new ArrayList<>();
      for (int i = 0; i < transports.size(); i++) {
        if (answer.getLong(2 + 2 * i) > GREATEST_BYTES) {
          return Optional.empty();
        }
        byte[] pieces = answer.getBytes(3 + 2 * i);
        columns.add(new ColumnText(transports.get(i), pieces == null ? new byte[0] : pieces));
      }
      boolean complete = columns.stream().allMatch(column -> column.hasPieces(rows));
      return complete ? Optional.of(new ColumnBatch(insert, rows, columns)) : Optional.empty();
    }
  }

  private String sql(Position after, int rows, List<ColumnTransport> transports) {
    List<String> columns = new ArrayList<>(List.of("n"));
    List<String> joined = new ArrayList<>(List.of("count(*) AS n"));
    List<String> values = new ArrayList<>();
    List<String> conditions = new ArrayList<>(List.of("1"));
    IntStream.range(0, transports.size())
        .forEach(
            i -> {
              Column column = table.columns().get(i);
              ColumnTransport transport = transports.get(i);
              columns.add("length(CAST(p" + i + " AS BLOB)),p" + i);
              joined.add(
                  "group_concat("
                      + transport.expression("v" + i)
                      + ","
                      + SEPARATOR_LITERAL
                      + ") AS p"
                      + i);
              values.add(column.sql() + " AS v" + i);
              String condition = transport.condition("v" + i, column);
              if (!condition.isEmpty()) {
                conditions.add(condition);
              }
            });
    return "SELECT %s FROM (SELECT %s FROM (SELECT %s%s) WHERE %s)"
        .formatted(
            String.join(",", columns),
            String.join(",", joined),
            String.join(",", values),
            table.from(after, rows),
            String.join(" AND ", conditions));
  }
}
