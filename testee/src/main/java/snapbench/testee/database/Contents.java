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
 * @param databaseBytes its pages times its page size
 * @param sqliteVersion what {@code sqlite_version()} returned, for instance {@code 3.54.1}
 * @param compileOptions what {@code PRAGMA compile_options} returned, in its order
 */
public record Contents(
    Map<String, Long> rows, long databaseBytes, String sqliteVersion, List<String> compileOptions) {

  public Contents {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    compileOptions = List.copyOf(compileOptions);
  }

  /** Reads them, counting all rows. */
  static Contents of(Connection connection) throws SQLException {
    return new Contents(
        Tables.rows(connection),
        Sql.number(connection, "PRAGMA page_count") * Sql.number(connection, "PRAGMA page_size"),
        Sql.text(connection, "SELECT sqlite_version()"),
        Sql.texts(connection, "PRAGMA compile_options"));
  }
}
