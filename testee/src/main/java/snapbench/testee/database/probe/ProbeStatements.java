package snapbench.testee.database.probe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import snapbench.testee.sql.Column;
import snapbench.testee.sql.Sql;

/**
 * The one-row statements that probe a database. Both concern the first row, by its key, of the
 * table with most rows that will do, since that is where a cycle spends its time.
 */
final class ProbeStatements {
  private static final String TRIGGERED =
      "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'";

  private ProbeStatements() {}

  /** A SELECT that answers with one row, if any table has one. */
  static Optional<String> select(Connection connection, Map<String, Long> rows)
      throws SQLException {
    for (String table : byRows(rows)) {
      List<Column> columns = Column.of(connection, table);
      Optional<String> row = firstRow(table, columns);
      if (row.isPresent()) {
        String column = columns.get(columns.size() - 1).quoted();
        String select = "SELECT " + column + " FROM main." + Sql.quoted(table) + row.get();
        if (isKnown(connection, select)) {
          return Optional.of(select);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * An UPDATE that sets a column of one row to itself: no part of the primary key, and not
   * generated, in a table without triggers. If there is such a column.
   */
  static Optional<String> update(Connection connection, Map<String, Long> rows)
      throws SQLException {
    // SQLite's lower() knows ASCII alone
    Set<String> triggered =
        Sql.texts(connection, TRIGGERED).stream()
            .map(table -> table.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String table : byRows(rows)) {
      List<Column> columns = Column.of(connection, table);
      Optional<Column> column = columns.stream().filter(each -> !each.isKey()).findFirst();
      Optional<String> row = firstRow(table, columns);
      boolean free = !triggered.contains(table.toLowerCase(Locale.ROOT));
      if (free && column.isPresent() && row.isPresent()) {
        String name = column.get().quoted();
        String set = " SET " + name + " = " + name;
        String update = "UPDATE main." + Sql.quoted(table) + set + row.get();
        if (isKnown(connection, update)) {
          return Optional.of(update);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether SQLite can prepare it: not where it needs a collation of the application's own. */
  private static boolean isKnown(Connection connection, String sql) {
    try {
      Sql.run(connection, "EXPLAIN " + sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The tables with rows, those with most first; without SQLite's own. */
  private static List<String> byRows(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .filter(each -> each.getValue() > 0 && !each.getKey().startsWith("sqlite_"))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The WHERE clause of a table's first row, unless it has no key and its columns hide its rowid.
   */
  private static Optional<String> firstRow(String table, List<Column> columns) {
    List<Column> key = Column.primaryKey(columns);
    if (!key.isEmpty()) {
      return Optional.of(firstRowByKey(table, key));
    }
    return Column.rowidAlias(columns.stream().map(Column::name))
        .map(alias -> " WHERE " + equality(alias, "min(" + alias + ")", Sql.quoted(table)));
  }

  /** Keys of tables with rowids may be NULL, more than once even: such rows are passed over. */
  private static String firstRowByKey(String table, List<Column> key) {
    String filled =
        key.stream()
            .map(each -> each.quoted() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String order = key.stream().map(Column::quoted).collect(Collectors.joining(", "));
    String first = Sql.quoted(table) + " WHERE " + filled + " ORDER BY " + order + " LIMIT 1";
    return key.stream()
        .map(each -> equality(each.quoted(), each.quoted(), first))
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  private static String equality(String column, String value, String from) {
    return column + " = (SELECT " + value + " FROM main." + from + ")";
  }
}
