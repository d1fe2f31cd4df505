package snapbench.testee.dump.schema;

import java.util.List;
import java.util.stream.Collectors;
import snapbench.testee.sql.Sql;

/**
 * A table as a dump reads and writes it.
 *
 * @param name its name
 * @param columns what is written of each row: the implicit rowid if it has one, then all columns
 *     but the generated ones
 * @param columnsNamed whether an INSERT must name the columns
 * @param key indices of the columns that identify a row and by which the table is sorted, in
 *     ascending and binary order: the rowid, or the primary key of a table WITHOUT ROWID; empty if
 *     it is sorted in another way
 * @param withoutRowid whether it is a table WITHOUT ROWID
 */
public record TableSchema(
    String name,
    List<ColumnSchema> columns,
    boolean columnsNamed,
    List<Integer> key,
    boolean withoutRowid) {
  /** Copies the lists, and demands a column. */
  public TableSchema {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table " + name + " has no column to write");
    }
  }

  /** Begins the INSERT statement of a row; its values, a parenthesis and a semicolon follow. */
  public String insert() {
    return "INSERT INTO "
        + Sql.quoted(name)
        + (columnsNamed ? "(" + columnList() + ")" : "")
        + " VALUES(";
  }

  /** The names of the columns, separated by commas. */
  String columnList() {
    return columns.stream().map(ColumnSchema::sql).collect(Collectors.joining(","));
  }

  /**
   * The part of a SELECT from FROM on: the rows behind a position, in the order of the key.
   *
   * @param after the position
   * @param limit most rows to return; negative for all
   */
  public String from(Position after, long limit) {
    // A covering index would be scanned in another order than the table.
    boolean seeksPrimaryKey = withoutRowid && !key.isEmpty();
    String from = " FROM main." + Sql.quoted(name) + (seeksPrimaryKey ? "" : " NOT INDEXED");
    String order = key.isEmpty() ? "" : " ORDER BY " + keyList();
    String where = after.literals().isEmpty() ? "" : " WHERE " + isAfter(after);
    long skipped = after.literals().isEmpty() ? after.rows() : 0;
    return from + where + order + " LIMIT " + limit + (skipped > 0 ? " OFFSET " + skipped : "");
  }

  private String isAfter(Position after) {
    // A unary plus takes the affinity off a literal that is a CAST, so that no value is converted.
    String literals =
        after.literals().stream().map(literal -> "+" + literal).collect(Collectors.joining(","));
    return key.size() == 1 ? keyList() + ">" + literals : "(" + keyList() + ")>(" + literals + ")";
  }

  /** With the table's name: in ORDER BY an alias of a result would go before a column. */
  private String keyList() {
    String qualifier = Sql.quoted(name) + ".";
    return key.stream()
        .map(index -> qualifier + columns.get(index).sql())
        .collect(Collectors.joining(","));
  }
}
