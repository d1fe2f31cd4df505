package snapbench.testee.dump.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.testee.sql.Column;
import snapbench.testee.sql.Sql;

/**
 * Finds out how a table's rows are to be read, from SQLite's pragmas.
 *
 * @param connection the one to ask
 */
public record TableReader(Connection connection) {
  /** {@code hidden} of {@code PRAGMA table_xinfo}: 0 is a plain column, 2 and 3 are generated. */
  private record Declared(String name, String type, int keyIndex, boolean generated) {}

  private record KeyColumn(String name, boolean descending, boolean inKey) {}

  /** How the rows of a table are to be read and written. */
  public TableSchema read(SchemaEntry entry) throws SQLException {
    String name = entry.name();
    List<Declared> declared = declared(name);
    Optional<String> keyIndex = primaryKeyIndex(name);
    boolean withoutRowid = keyIndex.isPresent() && !isInSchema(keyIndex.get());
    Optional<Declared> alias =
        keyIndex.isPresent()
            ? Optional.empty()
            : declared.stream().filter(column -> column.keyIndex() == 1).findFirst();
    Optional<String> rowid =
        withoutRowid || alias.isPresent()
            ? Optional.empty()
            : Column.rowidAlias(declared.stream().map(Declared::name));
    List<ColumnSchema> columns = columns(declared, alias, rowid);
    boolean named = rowid.isPresent() || declared.stream().anyMatch(Declared::generated);
    List<Integer> key =
        withoutRowid
            ? primaryKey(entry, keyIndex.orElseThrow(), columns)
            : IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).alwaysInteger())
                .boxed()
                .toList();
    return new TableSchema(name, columns, named, key, withoutRowid);
  }

  private List<Declared> declared(String table) throws SQLException {
    String argument = "(" + Sql.quoted(table) + ")";
    List<Declared> columns =
        Sql.list(
            connection,
            "PRAGMA main.table_xinfo" + argument,
            row -> new Declared(row.getString(2), text(row, 3), row.getInt(6), row.getInt(7) != 0));
    if (!columns.isEmpty()) {
      return columns;
    }
    // Before 3.26 there is no such pragma, and no generated column either.
    return Sql.list(
        connection,
        "PRAGMA main.table_info" + argument,
        row -> new Declared(row.getString(2), text(row, 3), row.getInt(6), false));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static List<ColumnSchema> columns(
      List<Declared> declared, Optional<Declared> alias, Optional<String> rowid) {
    Stream<ColumnSchema> stored =
        declared.stream()
            .filter(column -> !column.generated())
            .map(
                column ->
                    new ColumnSchema(
                        Sql.quoted(column.name()),
                        Affinity.ofDeclaredType(column.type()),
                        alias.filter(column::equals).isPresent()));
    return Stream.concat(rowid.map(ColumnSchema::rowid).stream(), stored).toList();
  }

  /**
   * The index of the primary key, if there is one: not for a table whose only key is its rowid,
   * under whichever name.
   */
  private Optional<String> primaryKeyIndex(String table) throws SQLException {
    return Sql.list(
            connection,
            "PRAGMA main.index_list(" + Sql.quoted(table) + ")",
            row -> row.getString(4).equals("pk") ? row.getString(2) : "")
        .stream()
        .filter(index -> !index.isEmpty())
        .findFirst();
  }

  /** The index of a primary key stands in the schema unless it is the table itself. */
  private boolean isInSchema(String index) throws SQLException {
    String sql =
        "SELECT count(*) FROM main.sqlite_master WHERE type='index' AND name=" + Sql.literal(index);
    return !Sql.text(connection, sql).equals("0");
  }

  /**
   * Positions of the primary key's columns; none if it is not in ascending and binary order. No
   * pragma tells a column's collation, by which it is compared, and which the key's may differ
   * from.
   */
  private List<Integer> primaryKey(SchemaEntry entry, String index, List<ColumnSchema> columns)
      throws SQLException {
    if (entry.sql().toUpperCase(Locale.ROOT).contains("COLLATE")) {
      return List.of();
    }
    List<KeyColumn> key =
        Sql.list(
                connection,
                "PRAGMA main.index_xinfo(" + Sql.quoted(index) + ")",
                row -> new KeyColumn(text(row, 3), row.getInt(4) != 0, row.getInt(6) != 0))
            .stream()
            .filter(KeyColumn::inKey)
            .toList();
    if (key.stream().anyMatch(KeyColumn::descending)) {
      return List.of();
    }
    List<String> names = columns.stream().map(ColumnSchema::sql).toList();
    return key.stream().map(column -> names.indexOf(Sql.quoted(column.name()))).toList();
  }
}
