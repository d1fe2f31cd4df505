package snapbench.testee.cycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.testee.sql.Column;
import snapbench.testee.sql.Sql;

/**
 * A foreign key.
 *
 * @param child the table that has it
 * @param childColumns its columns
 * @param parent the table that it refers to, which need not exist
 * @param parentColumns the columns that it refers to, as many; empty for the parent's primary key
 */
record ForeignKey(
    String child, List<String> childColumns, String parent, List<String> parentColumns) {

  /** The foreign keys of a table, in the order in which SQLite lists them. */
  static List<ForeignKey> of(Connection connection, String child) throws SQLException {
    Map<Integer, ForeignKey> keys = new LinkedHashMap<>();
    Sql.list(
        connection,
        "PRAGMA foreign_key_list(" + Sql.quoted(child) + ")",
        row -> {
          String parent = row.getString("table");
          ForeignKey key = keys.computeIfAbsent(row.getInt("id"), id -> empty(child, parent));
          key.add(row.getString("from"), row.getString("to"));
          return key;
        });
    return List.copyOf(keys.values());
  }

  /**
   * The condition of a join between {@code child} and {@code parent}, the names it is to use.
   *
   * @param primaryKey the parent's, used where the foreign key names no columns
   */
  String condition(List<Column> primaryKey) {
    List<String> parents =
        parentColumns.isEmpty() ? primaryKey.stream().map(Column::name).toList() : parentColumns;
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < Math.min(childColumns.size(), parents.size()); i++) {
      terms.add(
          "child." + Sql.quoted(childColumns.get(i)) + " = parent." + Sql.quoted(parents.get(i)));
    }
    return String.join(" AND ", terms);
  }

  private static ForeignKey empty(String child, String parent) {
    return new ForeignKey(child, new ArrayList<>(), parent, new ArrayList<>());
  }

  private void add(String from, @Nullable String to) {
    childColumns.add(from);
    if (to != null) {
      parentColumns.add(to);
    }
  }
}
