package snapbench.testee.dump.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import snapbench.testee.sql.Sql;

/**
 * A row of {@code sqlite_schema} that has SQL text.
 *
 * @param type {@code table}, {@code index}, {@code trigger} or {@code view}
 * @param name its name
 * @param tableName the table it belongs to
 * @param virtual whether it is a virtual table
 * @param sql the text that made it
 */
public record SchemaEntry(String type, String name, String tableName, boolean virtual, String sql) {
  /** All entries, in the order in which they were made: none needs a later one. */
  public static List<SchemaEntry> readAll(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT type,name,tbl_name,rootpage,sql FROM main.sqlite_master"
            + " WHERE sql IS NOT NULL ORDER BY rowid",
        row ->
            new SchemaEntry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(1).equals("table") && row.getLong(4) == 0,
                row.getString(5)));
  }

  /** Whether it is a table, virtual ones included. */
  public boolean isTable() {
    return type.equals("table");
  }

  /** Whether SQLite makes this table on its own, as {@code sqlite_sequence} or a statistic. */
  public boolean isInternalTable() {
    return isTable() && name.startsWith("sqlite_");
  }

  /** The statement that makes it. */
  public String statement() {
    return sql + OpenComment.closing(sql) + ";\n";
  }

  /**
   * Whether making it may leave another text in the schema: with the end of a comment that was
   * open, or without the carriage returns that the {@code sqlite3} shell drops.
   */
  public boolean isTextAtRisk() {
    return !OpenComment.closing(sql).isEmpty() || sql.indexOf('\r') >= 0;
  }
}
