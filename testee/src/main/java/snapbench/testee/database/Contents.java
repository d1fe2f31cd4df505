package snapbench.testee.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.Tables;

/**
 * What a database holds.
 *
 * @param rows rows by table, as {@link Tables#rows}
 * @param pages its pages
 * @param databaseBytes its pages times its page size
 * @param sqliteVersion what {@code sqlite_version()} returned
 * @param compileOptions what {@code PRAGMA compile_options} returned
 */
record Contents(
    Map<String, Long> rows,
    long pages,
    long databaseBytes,
    String sqliteVersion,
    List<String> compileOptions) {

  /** Copies the collections. */
  Contents {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    compileOptions = List.copyOf(compileOptions);
  }

  /** Reads them, counting all rows. */
  static Contents of(Connection connection) throws SQLException {
    long pages = pages(connection);
    return new Contents(
        Tables.rows(connection),
        pages,
        pages * Sql.number(connection, "PRAGMA page_size"),
        Sql.texts(connection, "SELECT sqlite_version()").get(0),
        Sql.texts(connection, "PRAGMA compile_options"));
  }

  /** The number of pages alone. */
  static long pages(Connection connection) throws SQLException {
    return Sql.number(connection, "PRAGMA page_count");
  }
}
