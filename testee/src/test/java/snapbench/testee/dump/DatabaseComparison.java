package snapbench.testee.dump;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares two databases in all that a dump must keep: schema text, persistent pragmas, and of
 * every row the rowid, the type of each value and its bits. Shares no code with the dump.
 */
final class DatabaseComparison {
  private static final List<String> PRAGMAS =
      List.of("encoding", "page_size", "auto_vacuum", "user_version", "application_id");
  private static final int MOST_DIFFERENCES = 20;
  private static final int COLUMNS_AT_ONCE = 1000;

  private final Connection expected;
  private final Connection actual;
  private final List<String> differences = new ArrayList<>();

  private DatabaseComparison(Connection expected, Connection actual) {
    this.expected = expected;
    this.actual = actual;
  }

  /** The first differences, a sentence each; empty if the databases are equal. */
  static List<String> differences(Connection expected, Connection actual) throws SQLException {
    DatabaseComparison comparison = new DatabaseComparison(expected, actual);
    comparison.compare();
    return comparison.differences;
  }

  private void compare() throws SQLException {
    for (String pragma : PRAGMAS) {
      compareAnswers("pragma " + pragma, "PRAGMA " + pragma);
    }
    expect("write-ahead log", usesWriteAheadLog(expected), usesWriteAheadLog(actual));
    compareAnswers("schema", "SELECT type,name,tbl_name,sql FROM sqlite_master ORDER BY type,name");
    for (String table :
        texts(expected, "SELECT name FROM sqlite_master WHERE type='table' AND rootpage>0")) {
      if (texts(actual, "SELECT name FROM sqlite_master WHERE type='table'").contains(table)) {
        for (String rows : rowsOf(table)) {
          compareAnswers("table " + table, rows);
        }
      }
    }
  }

  private static boolean usesWriteAheadLog(Connection connection) throws SQLException {
    return texts(connection, "PRAGMA journal_mode").get(0).toLowerCase(Locale.ROOT).equals("wal");
  }

  /** Several statements for a wide table, since each may return 2,000 columns. */
  private List<String> rowsOf(String table) throws SQLException {
    List<String> columns =
        texts(expected, "SELECT name FROM pragma_table_xinfo(" + literal(table) + ") ORDER BY cid");
    boolean withoutRowid =
        texts(expected, "SELECT wr FROM pragma_table_list(" + literal(table) + ")").contains("1");
    String key =
        withoutRowid
            ? texts(
                    expected,
                    "SELECT name FROM pragma_table_info("
                        + literal(table)
                        + ") WHERE pk>0 ORDER BY pk")
                .stream()
                .map(DatabaseComparison::quoted)
                .collect(Collectors.joining(","))
            : rowidOf(columns);
    List<String> values =
        Stream.concat(
                withoutRowid ? Stream.of() : Stream.of(key),
                columns.stream().map(DatabaseComparison::quoted))
            .map(column -> "typeof(" + column + ")," + column)
            .toList();
    return IntStream.range(0, (values.size() + COLUMNS_AT_ONCE - 1) / COLUMNS_AT_ONCE)
        .mapToObj(i -> values.stream().skip((long) i * COLUMNS_AT_ONCE).limit(COLUMNS_AT_ONCE))
        .map(
            part ->
                part.collect(Collectors.joining(",", "SELECT ", " FROM "))
                    + quoted(table)
                    + " NOT INDEXED ORDER BY "
                    + key)
        .toList();
  }

  private static String rowidOf(List<String> columns) {
    List<String> taken = columns.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return Stream.of("rowid", "oid", "_rowid_")
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElse("1");
  }

  private void compareAnswers(String what, String sql) throws SQLException {
    try (Statement one = expected.createStatement();
        Statement other = actual.createStatement();
        ResultSet rows = one.executeQuery(sql);
        ResultSet others = other.executeQuery(sql)) {
      long row = 0;
      boolean more = true;
      while (more && differences.size() < MOST_DIFFERENCES) {
        more = rows.next();
        boolean otherMore = others.next();
        expect(what + ", whether there is row " + row, more, otherMore);
        more &= otherMore;
        if (more) {
          expect(what + ", row " + row, describe(rows), describe(others));
        }
        row++;
      }
    }
  }

  /** Types and bits of all values of a row. */
  private static List<String> describe(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value == null) {
        values.add("null");
      } else if (value instanceof Double real) {
        values.add("real " + real + " " + Long.toHexString(Double.doubleToRawLongBits(real)));
      } else if (value instanceof Number) {
        values.add("integer " + row.getLong(i));
      } else {
        byte[] bytes = Objects.requireNonNullElse(row.getBytes(i), new byte[0]);
        values.add((value instanceof String ? "text " : "blob ") + HexFormat.of().formatHex(bytes));
      }
    }
    return values;
  }

  private void expect(String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      differences.add(what + ": expected " + wanted + " but found " + found);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(Objects.requireNonNull(rows.getString(1), sql));
      }
      return all;
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
