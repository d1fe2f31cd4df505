package snapbench.testee.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The testee's first and only line on stdout, as {@code READY {json}}: the live database is filled
 * and the endpoint answers.
 *
 * @param pid process id of the testee
 * @param port port it listens on, at 127.0.0.1
 * @param driverName the JDBC driver's class
 * @param driverVersion the version the driver reports
 * @param sqliteVersion what {@code sqlite_version()} returned
 * @param compileOptions what {@code PRAGMA compile_options} returned, in its order
 * @param jdk version, vendor and name of the testee's JVM
 * @param rows rows of each table of the live database, virtual tables' shadow tables included
 * @param databaseBytes pages times page size of the live database
 * @param fillMillis time from opening the empty database to its last commit, in milliseconds
 */
public record Ready(
    long pid,
    int port,
    String driverName,
    String driverVersion,
    String sqliteVersion,
    List<String> compileOptions,
    String jdk,
    Map<String, Long> rows,
    long databaseBytes,
    long fillMillis) {
  /** What the line begins with. */
  public static final String PREFIX = "READY ";

  public Ready {
    compileOptions = List.copyOf(compileOptions);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }
}
