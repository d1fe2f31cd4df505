package snapbench.testee.dump.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import snapbench.testee.dump.text.TextEncoding;
import snapbench.testee.sql.Sql;

/**
 * The settings that a database file keeps: text encoding, page size, automatic vacuum, the
 * application's two numbers, and whether it uses a write-ahead log. The schema's version is not
 * among them: it counts the changes of the schema, which a restored database has had others of.
 *
 * @param encoding how text is stored
 * @param pageSizeBytes size of a page
 * @param autoVacuum 0 none, 1 full, 2 incremental
 * @param userVersion what {@code PRAGMA user_version} returns
 * @param applicationId what {@code PRAGMA application_id} returns
 * @param writeAheadLog whether the journal mode is WAL, the only one that persists
 */
public record PersistentPragmas(
    TextEncoding encoding,
    int pageSizeBytes,
    int autoVacuum,
    int userVersion,
    int applicationId,
    boolean writeAheadLog) {

  /** Asks for them. */
  public static PersistentPragmas read(Connection connection) throws SQLException {
    return new PersistentPragmas(
        TextEncoding.of(value(connection, "encoding")),
        number(connection, "page_size"),
        number(connection, "auto_vacuum"),
        number(connection, "user_version"),
        number(connection, "application_id"),
        value(connection, "journal_mode").toLowerCase(Locale.ROOT).equals("wal"));
  }

  /** What must stand before the first table, and outside of a transaction. */
  public List<String> beforeTables() {
    return List.of(
        "PRAGMA encoding='" + encoding.pragma() + "'",
        "PRAGMA page_size=" + pageSizeBytes,
        "PRAGMA auto_vacuum=" + autoVacuum);
  }

  /** What is written within the transaction. */
  public List<String> afterTables() {
    return List.of("PRAGMA user_version=" + userVersion, "PRAGMA application_id=" + applicationId);
  }

  /** What must stand behind the transaction. */
  public List<String> afterTransaction() {
    return writeAheadLog ? List.of("PRAGMA journal_mode=WAL") : List.of();
  }

  private static String value(Connection connection, String name) throws SQLException {
    return Sql.text(connection, "PRAGMA main." + name);
  }

  private static int number(Connection connection, String name) throws SQLException {
    return Integer.parseInt(value(connection, name));
  }
}
