package snapbench.testee.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite driver under test: the JDBC driver on the class path that accepts {@value #URL_PREFIX}
 * URLs. Connections are made by the driver object itself, since {@link java.sql.DriverManager}
 * would pick whichever registered first.
 */
public final class SqliteDriver {
  /** What the URL of every SQLite database begins with. */
  public static final String URL_PREFIX = "jdbc:sqlite:";

  private static final String WELL_KNOWN_CLASS = "org.sqlite.JDBC";

  private final Driver driver;
  private final String version;
  private final boolean sharesMemory;

  private SqliteDriver(Driver driver) throws SQLException {
    this.driver = driver;
    this.sharesMemory = sharesMemory(driver);
    try (Connection connection = connect(driver, URL_PREFIX + ":memory:")) {
      this.version = version(driver, connection);
    }
  }

  /**
   * Finds the driver that a class loader sees.
   *
   * @param loader where to look
   * @param className which class to take where several accept SQLite's URLs; null for the only one
   * @throws IllegalArgumentException if there is none, none of that name, or more than one without
   *     a name to choose by; in one line
   */
  public static SqliteDriver find(ClassLoader loader, @Nullable String className)
      throws SQLException {
    List<String> failures = new ArrayList<>();
    List<Driver> drivers = accepting(loader, failures);
    if (drivers.isEmpty()) {
      throw new IllegalArgumentException(
          "no JDBC driver on the class path accepts " + URL_PREFIX + reasons(failures));
    }
    return new SqliteDriver(chosen(drivers, className));
  }

  /**
   * Opens a connection.
   *
   * @param url beginning with {@value #URL_PREFIX}
   */
  public Connection connect(String url) throws SQLException {
    return connect(driver, url);
  }

  /** The name of the driver's class, for instance {@code org.sqlite.JDBC}. */
  public String className() {
    return driver.getClass().getName();
  }

  /**
   * The version that the driver reports of itself, for instance {@code 3.54.1.0}; its major and
   * minor number where it reports no more.
   */
  public String version() {
    return version;
  }

  /**
   * Whether several of its connections can share a database in memory; if not, such a database is
   * its only connection's.
   */
  public boolean sharesMemory() {
    return sharesMemory;
  }

  /**
   * The URI of a database in memory that several connections of a process share
   * (sqlite.org/inmemorydb.html); it exists as long as one of them holds it.
   */
  public static String sharedMemoryUri(String name) {
    return "file:" + name + "?mode=memory&cache=shared";
  }

  /**
   * The URL of a database file, whatever its name. A driver takes what follows a question mark in a
   * plain path for settings, but none of it in a URI that has it escaped.
   */
  public static String url(Path file) {
    String path = file.toString();
    return URL_PREFIX + (path.contains("?") ? uri(file) : path);
  }

  /**
   * A file as the drivers' own statements {@code backup to} and {@code restore from} take it, which
   * know quotes of either kind and no escape. A name with both kinds is told from the working
   * folder on, or else as a URI, as which drivers from 3.34 on know it. So is one with characters
   * beyond U+FFFF, which older ones misspell.
   */
  public static String quoted(Path file) {
    Path working = Path.of("").toAbsolutePath();
    boolean isHard = isHard(file.toString()) && file.startsWith(working);
    String path = (isHard ? working.relativize(file) : file).toString();
    if (!path.contains("'")) {
      return "'" + path + "'";
    }
    return path.contains("\"") ? "'" + uri(file) + "'" : '"' + path + '"';
  }

  private static boolean isHard(String path) {
    boolean bothQuotes = path.contains("'") && path.contains("\"");
    return bothQuotes || path.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  private static String uri(Path file) {
    return "file:" + file.toUri().getRawPath().replace("'", "%27");
  }

  /** Whether a second connection sees the database of a first one, and finds it in memory. */
  private static boolean sharesMemory(Driver driver) throws SQLException {
    String url = URL_PREFIX + sharedMemoryUri("shared-" + UUID.randomUUID());
    try (Connection one = connect(driver, url)) {
      Sql.run(one, "CREATE TABLE shared (a)");
      try (Connection other = connect(driver, url)) {
        return Tables.names(other).contains("shared")
            && Sql.list(other, "PRAGMA database_list", row -> isInMemory(row.getString("file")))
                .get(0);
      }
    }
  }

  private static boolean isInMemory(@Nullable String file) {
    return file == null || file.isEmpty();
  }

  private static Connection connect(Driver driver, String url) throws SQLException {
    Connection connection = driver.connect(url, new Properties());
    if (connection == null) {
      throw new SQLException(driver.getClass().getName() + " does not accept " + url);
    }
    return connection;
  }

  private static String version(Driver driver, Connection connection) throws SQLException {
    String reported = connection.getMetaData().getDriverVersion();
    // 3.8.11.2 reports the word "native"
    boolean numbered = reported != null && reported.matches("\\d.*");
    return numbered ? reported : driver.getMajorVersion() + "." + driver.getMinorVersion();
  }

  /** Those that accept SQLite's URLs, each class once. */
  private static List<Driver> accepting(ClassLoader loader, List<String> failures)
      throws SQLException {
    Map<String, Driver> drivers = new LinkedHashMap<>();
    for (ServiceLoader.Provider<Driver> provider :
        ServiceLoader.load(Driver.class, loader).stream().toList()) {
      try {
        Driver driver = provider.get();
        if (driver.acceptsURL(URL_PREFIX + ":memory:")) {
          drivers.putIfAbsent(driver.getClass().getName(), driver);
        }
      } catch (ServiceConfigurationError e) {
        failures.add(provider.type().getName() + " does not start: " + cause(e));
      }
    }
    return drivers.isEmpty() && failures.isEmpty()
        ? wellKnown(loader, failures)
        : List.copyOf(drivers.values());
  }

  /** Some jars lack the entry in META-INF/services. */
  private static List<Driver> wellKnown(ClassLoader loader, List<String> failures) {
    try {
      Class<?> type = Class.forName(WELL_KNOWN_CLASS, true, loader);
      return List.of(type.asSubclass(Driver.class).getDeclaredConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      failures.add("there is no class " + WELL_KNOWN_CLASS + " either");
    } catch (ReflectiveOperationException | LinkageError e) {
      failures.add(WELL_KNOWN_CLASS + " does not start: " + cause(e));
    }
    return List.of();
  }

  private static Driver chosen(List<Driver> drivers, @Nullable String className) {
    List<Driver> matching =
        drivers.stream()
            .filter(each -> className == null || each.getClass().getName().equals(className))
            .toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    String choices =
        drivers.stream().map(each -> each.getClass().getName()).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        className == null
            ? "several JDBC drivers accept " + URL_PREFIX + "; choose one of " + choices
            : "driver class " + className + " is not on the class path; choose one of " + choices);
  }

  private static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  private static String reasons(List<String> failures) {
    return failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
  }
}
