package snapbench.check;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The bundled SQLite driver within this process, to look at what a testee was given and what it
 * wrote. Its native library is unpacked into a folder that is removed afterwards.
 */
final class RestoringDriver implements AutoCloseable {
  private static final String TABLES =
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid";

  private final URLClassLoader loader;
  private final Driver driver;

  private RestoringDriver(URLClassLoader loader, Driver driver) {
    this.loader = loader;
    this.driver = driver;
  }

  /**
   * Loads it.
   *
   * @param folder takes its native library
   */
  static RestoringDriver open(snapbench.driver.Driver bundled, Path folder) throws IOException {
    System.setProperty("org.sqlite.tmpdir", folder.toAbsolutePath().toString());
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {bundled.jars().get(0).toUri().toURL()},
            ClassLoader.getPlatformClassLoader());
    try {
      Object instance =
          Class.forName(bundled.className(), true, loader).getDeclaredConstructor().newInstance();
      return new RestoringDriver(loader, (Driver) instance);
    } catch (ReflectiveOperationException e) {
      loader.close();
      throw new IOException("the bundled driver cannot be loaded: " + e, e);
    }
  }

  /** Rows by table of a file. */
  Map<String, Long> rows(Path file) throws IOException {
    return ask("jdbc:sqlite:" + file, RestoringDriver::rows);
  }

  /** Pages times page size of a file. */
  long databaseBytes(Path file) throws IOException {
    return ask(
        "jdbc:sqlite:" + file,
        connection ->
            number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size"));
  }

  /**
   * Restores a dump and compares it with the original.
   *
   * @throws SQLException if it cannot be restored
   */
  Restored restored(Path dump, Path original) throws IOException, SQLException {
    String sql = Files.readString(dump, StandardCharsets.UTF_8);
    try (Connection connection = connect("jdbc:sqlite::memory:")) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(sql);
      }
      try (PreparedStatement attach =
          connection.prepareStatement("ATTACH ? AS " + DatabaseDifferences.ORIGINAL)) {
        attach.setString(1, original.toString());
        attach.execute();
      }
      return new Restored(rows(connection), DatabaseDifferences.of(connection));
    }
  }

  private interface Question<T> {
    T answer(Connection connection) throws SQLException;
  }

  private <T> T ask(String url, Question<T> question) throws IOException {
    try (Connection connection = connect(url)) {
      return question.answer(connection);
    } catch (SQLException e) {
      throw new IOException(url + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Connection connect(String url) throws SQLException {
    Connection connection = driver.connect(url, new Properties());
    if (connection == null) {
      throw new SQLException("the driver does not take " + url);
    }
    return connection;
  }

  private static Map<String, Long> rows(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(TABLES)) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : tables) {
      String quoted = '"' + table.replace("\"", "\"\"") + '"';
      rows.put(table, number(connection, "SELECT count(*) FROM main." + quoted));
    }
    return rows;
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      if (!result.next()) {
        throw new SQLException("no row from " + query);
      }
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
