package snapbench.testee.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import snapbench.testee.sql.Column;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.Tables;

/**
 * The activity {@code queries}: sorts, groups and joins over all tables of any schema. They read
 * every page more than once and in other orders than a dump, and put their intermediate results
 * into memory beside the database's pages.
 *
 * <p>Each query answers with one row, so that next to nothing crosses into Java.
 */
public final class Queries {
  private final Connection connection;
  private final Map<String, Long> rows;

  private Queries(Connection connection, Map<String, Long> rows) {
    this.connection = connection;
    this.rows = rows;
  }

  /**
   * Runs all queries. The connection keeps its intermediate results in memory from then on.
   *
   * @return the rows that the queries went through, each as often as a query did
   */
  public static long run(Connection connection) throws SQLException {
    Sql.run(connection, "PRAGMA temp_store = MEMORY");
    return new Queries(connection, Tables.rows(connection)).runAll();
  }

  private long runAll() throws SQLException {
    long touched = 0;
    for (String table : rows.keySet()) {
      List<Column> columns = Column.of(connection, table);
      if (!columns.isEmpty() && rowsOf(table) > 0) {
        touched += sort(table, sortColumn(columns));
        touched += group(table, groupColumn(columns), sortColumn(columns));
        touched += join(table, sortColumn(columns));
      }
    }
    return touched;
  }

  /** The value that an eighth of all rows come before: that eighth is kept sorted on the way. */
  private long sort(String table, Column by) throws SQLException {
    Sql.texts(
        connection,
        String.format(
            "SELECT %1$s IS NULL FROM main.%2$s ORDER BY %1$s LIMIT 1 OFFSET %3$s",
            by.quoted(), Sql.quoted(table), Long.toString(rowsOf(table) / 8)));
    return rowsOf(table);
  }

  private long group(String table, Column by, Column value) throws SQLException {
    return Sql.number(
        connection,
        String.format(
            "SELECT sum(size), max(kinds), max(greatest) FROM ("
                + "SELECT count(*) AS size, count(DISTINCT %2$s) AS kinds, max(%2$s) AS greatest"
                + " FROM main.%3$s GROUP BY %1$s)",
            by.quoted(), value.quoted(), Sql.quoted(table)));
  }

  private long join(String child, Column value) throws SQLException {
    long touched = 0;
    for (ForeignKey key : ForeignKey.of(connection, child)) {
      List<Column> primaryKey = Column.primaryKey(Column.of(connection, key.parent()));
      String condition = key.condition(primaryKey);
      if (rows.containsKey(key.parent()) && !condition.isEmpty()) {
        touched +=
            Sql.number(
                connection,
                String.format(
                    "SELECT count(*), max(child.%s) FROM main.%s AS child JOIN main.%s AS parent ON"
                        + " %s",
                    value.quoted(), Sql.quoted(child), Sql.quoted(key.parent()), condition));
      }
    }
    return touched;
  }

  private long rowsOf(String table) {
    return rows.getOrDefault(table, 0L);
  }

  /** The last column outside the primary key, which no index is likely to have in order. */
  private static Column sortColumn(List<Column> columns) {
    List<Column> others = columns.stream().filter(each -> !each.isKey()).toList();
    List<Column> candidates = others.isEmpty() ? columns : others;
    return candidates.get(candidates.size() - 1);
  }

  /** The last column of a primary key of several, otherwise the column before the sort's. */
  private static Column groupColumn(List<Column> columns) {
    List<Column> key = Column.primaryKey(columns);
    int before = columns.indexOf(sortColumn(columns)) - 1;
    return key.size() > 1 ? key.get(key.size() - 1) : columns.get(Math.max(0, before));
  }
}
