package snapbench.testee.dump.scan;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import snapbench.testee.dump.schema.ColumnSchema;
import snapbench.testee.dump.schema.Position;
import snapbench.testee.dump.schema.TableSchema;
import snapbench.testee.dump.text.Literal;
import snapbench.testee.dump.text.OutputFile;
import snapbench.testee.dump.text.SqlText;
import snapbench.testee.dump.text.TextEncoding;

/**
 * Reads a table row by row and value by value, and writes it. Handles every table and every value,
 * at the price of one or two JDBC calls for each; and learns on the way what the columns hold.
 */
final class RowScan {
  /** Columns whose types are asked for by one expression, so that it does not nest too deeply. */
  private static final int COLUMNS_PER_EXPRESSION = 100;

  /** The most that a SELECT may return, and a table have (SQLITE_MAX_COLUMN). */
  private static final int MOST_COLUMNS = 2000;

  private final Connection connection;
  private final TableSchema table;
  private final TextEncoding encoding;
  private final OutputFile output;
  private final byte[] insert;
  private final List<ColumnProfile> profiles = new ArrayList<>();
  private final int typeExpressions;
  private final int columnsBesideTypes;
  private final int[] starts;
  private final int[] ends;
  private long writtenRows;
  private long writtenBytes;
  private final StringBuilder types = new StringBuilder();

  RowScan(Connection connection, TableSchema table, TextEncoding encoding, OutputFile output) {
    this.connection = connection;
    this.table = table;
    this.encoding = encoding;
    this.output = output;
    int columns = table.columns().size();
    insert = SqlText.utf8(table.insert());
    typeExpressions = (columns + COLUMNS_PER_EXPRESSION - 1) / COLUMNS_PER_EXPRESSION;
    columnsBesideTypes = Math.min(columns, MOST_COLUMNS - typeExpressions);
    starts = new int[columns];
    ends = new int[columns];
    table.columns().forEach(column -> profiles.add(new ColumnProfile()));
  }

  /** Mean length of the rows written here, in bytes and at least 1. */
  long averageRowBytes() {
    return Math.max(1, writtenBytes / Math.max(1, writtenRows));
  }

  /** What was seen of each column. */
  List<ColumnProfile> profiles() {
    return profiles;
  }

  /**
   * Writes the rows behind a position. Columns that have no place beside the types are read by a
   * second statement, which returns the same rows in the same order.
   *
   * @param limit most rows to write; negative for all
   * @return the position behind the last row written
   */
  Position write(Position after, long limit) throws SQLException, IOException {
    boolean isWide = columnsBesideTypes < table.columns().size();
    String from = table.from(after, limit);
    String sql = "SELECT " + typeList() + "," + columnList(0, columnsBesideTypes) + from;
    try (Statement statement = connection.createStatement();
        Statement second = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql);
        ResultSet rest = isWide ? second.executeQuery(restOfColumns() + from) : rows) {
      long count = 0;
      List<String> lastKey = List.of();
      while (rows.next()) {
        if (isWide && !rest.next()) {
          throw new SQLException("table " + table.name() + " was changed while it was read");
        }
        writeRow(rows, rest);
        if (++count == limit) {
          lastKey = keyOfLastRow();
        }
        output.writeFullBlock();
      }
      return new Position(after.rows() + count, lastKey);
    }
  }

  private String restOfColumns() {
    return "SELECT " + columnList(columnsBesideTypes, table.columns().size());
  }

  private String columnList(int from, int to) {
    return table.columns().subList(from, to).stream()
        .map(ColumnSchema::sql)
        .collect(Collectors.joining(","));
  }

  /** Expressions that give the first letter of each column's type. */
  private String typeList() {
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i += COLUMNS_PER_EXPRESSION) {
      int end = Math.min(i + COLUMNS_PER_EXPRESSION, table.columns().size());
      expressions.add(
          table.columns().subList(i, end).stream()
              .map(column -> "substr(typeof(" + column.sql() + "),1,1)")
              .collect(Collectors.joining("||")));
    }
    return String.join(",", expressions);
  }

  private void writeRow(ResultSet rows, ResultSet rest) throws SQLException {
    types.setLength(0);
    for (int i = 1; i <= typeExpressions; i++) {
      types.append(rows.getString(i));
    }
    SqlText out = output.text();
    int start = out.length();
    out.append(insert);
    for (int i = 0; i < starts.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      starts[i] = out.length();
      boolean isBeside = i < columnsBesideTypes;
      int index = 1 + (isBeside ? typeExpressions + i : i - columnsBesideTypes);
      ValueType type = ValueType.ofInitial(types.charAt(i));
      writeValue(isBeside ? rows : rest, index, type, profiles.get(i));
      ends[i] = out.length();
    }
    out.append(TableDump.INSERT_END);
    writtenRows++;
    writtenBytes += out.length() - start;
  }

  private void writeValue(ResultSet rows, int index, ValueType type, ColumnProfile profile)
      throws SQLException {
    SqlText out = output.text();
    profile.see(type);
    switch (type) {
      case NULL -> Literal.appendNull(out);
      case INTEGER -> Literal.appendInteger(out, rows.getLong(index));
      case REAL -> {
        double value = rows.getDouble(index);
        profile.seeReal(value);
        Literal.appendReal(out, value);
      }
      case TEXT -> Literal.appendText(out, bytes(rows, index), encoding);
      case BLOB -> Literal.appendBlob(out, bytes(rows, index));
    }
  }

  /** SQLite gives no pointer to an empty value, and some drivers return null for that. */
  private static byte[] bytes(ResultSet rows, int index) throws SQLException {
    byte[] bytes = rows.getBytes(index);
    return bytes == null ? new byte[0] : bytes;
  }

  /** Literals of the key; none with a real, which SQLite before 3.43 may misread. */
  private List<String> keyOfLastRow() {
    List<String> literals = new ArrayList<>();
    for (int column : table.key()) {
      if (types.charAt(column) == 'r') {
        return List.of();
      }
      literals.add(output.text().substring(starts[column], ends[column]));
    }
    return literals;
  }
}
