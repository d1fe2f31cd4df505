package snapbench.testee.dump.scan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import snapbench.testee.dump.schema.ColumnSchema;
import snapbench.testee.dump.schema.Position;
import snapbench.testee.dump.schema.TableSchema;
import snapbench.testee.dump.text.SqlText;

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
  private final TableSchema table;
  private final boolean terminated;
  private final byte[] insert;

  /**
   * Prepares to read a table.
   *
   * @param abilities what this SQLite can do; where it cuts joined text at a NUL character, no text
   *     may hold one, and each piece is terminated by a separator, so that a cut shows
   */
  BatchScan(Connection connection, TableSchema table, LibraryFeatures abilities) {
    this.connection = connection;
    this.table = table;
    this.terminated = !abilities.joinsNul();
    insert = SqlText.utf8(table.insert());
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
        ColumnText column = new ColumnText(transports.get(i), pieces(answer, 3 + 2 * i));
        if (!column.hasPieces(rows)) {
          return Optional.empty();
        }
        columns.add(column);
      }
      return Optional.of(new ColumnBatch(insert, rows, columns));
    }
  }

  /** The joined pieces, without a separator behind the last one. */
  private byte[] pieces(ResultSet answer, int index) throws SQLException {
    byte[] bytes = Objects.requireNonNullElse(answer.getBytes(index), new byte[0]);
    boolean surplus =
        terminated && bytes.length > 0 && bytes[bytes.length - 1] == ColumnTransport.SEPARATOR;
    return surplus ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
  }

  private String sql(Position after, int rows, List<ColumnTransport> transports) {
    List<String> columns = new ArrayList<>(List.of("n"));
    List<String> joined = new ArrayList<>(List.of("count(*) AS n"));
    List<String> values = new ArrayList<>();
    List<String> conditions = new ArrayList<>(List.of("1"));
    for (int i = 0; i < transports.size(); i++) {
      ColumnSchema column = table.columns().get(i);
      String value = "v" + i;
      columns.add("length(CAST(p" + i + " AS BLOB)),p" + i);
      joined.add(joined(transports.get(i).expression(value)) + " AS p" + i);
      values.add(column.sql() + " AS " + value);
      conditions.add(transports.get(i).condition(value, column));
      if (transports.get(i).type() == ValueType.BLOB) {
        // so that no batch of rows that have become long is joined before it is given up
        conditions.add("ifnull(length(" + value + "),0)<=" + TableDump.GREATEST_ROW_BYTES);
      }
      if (terminated && transports.get(i).type() == ValueType.TEXT) {
        conditions.add("ifnull(instr(CAST(" + value + " AS BLOB),x'00'),0)=0");
      }
    }
    return "SELECT %s FROM (SELECT %s FROM (SELECT %s%s) WHERE %s)"
        .formatted(
            String.join(",", columns),
            String.join(",", joined),
            String.join(",", values),
            table.from(after, rows),
            conditions.stream()
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" AND ")));
  }

  private String joined(String piece) {
    return terminated
        ? "group_concat((" + piece + ")||" + SEPARATOR_LITERAL + ",'')"
        : "group_concat(" + piece + "," + SEPARATOR_LITERAL + ")";
  }
}
