package snapbench.testee.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a table; neither generated nor hidden, since {@code PRAGMA table_info} leaves those
 * out.
 *
 * @param name its name
 * @param primaryKeyPosition its place in the primary key, from 1; 0 if it is no part of it
 */
public record Column(String name, int primaryKeyPosition) {

  /** The columns of a table, in their order. */
  public static List<Column> of(Connection connection, String table) throws SQLException {
    return Sql.list(
        connection,
        "PRAGMA table_info(" + Sql.quoted(table) + ")",
        row -> new Column(row.getString("name"), row.getInt("pk")));
  }

  /** Those that make up the primary key, in its order. */
  public static List<Column> primaryKey(List<Column> columns) {
    return columns.stream()
        .filter(Column::isKey)
        .sorted(Comparator.comparingInt(Column::primaryKeyPosition))
        .toList();
  }

  /** The name of a table's rowid that none of its columns has taken, if there is one. */
  public static Optional<String> rowidAlias(Stream<String> names) {
    Set<String> taken =
        names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return Stream.of("rowid", "_rowid_", "oid").filter(name -> !taken.contains(name)).findFirst();
  }

  /** Whether it is part of the primary key. */
  public boolean isKey() {
    return primaryKeyPosition > 0;
  }

  /** Its name as SQL has it. */
  public String quoted() {
    return Sql.quoted(name);
  }
}
