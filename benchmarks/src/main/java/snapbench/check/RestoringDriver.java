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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The bundled SQLite driver within this process, to look at what a testee was given and what it
 * wrote. Its native library is unpacked into a folder that is removed afterwards.
 */
record RestoringDriver(URLClassLoader loader, Driver driver) implements AutoCloseable {
  private static final String TABLES =
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rowid";

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

  /** Reads the database that testees load. */
  Original original(Path file) throws IOException {
    try (Connection connection = connect("jdbc:sqlite:" + file)) {
      long bytes = number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size");
      return new Original(file, rows(connection), bytes, Files.getLastModifiedTime(file));
    } catch (SQLException e) {
      throw new IOException("jdbc:sqlite:" + file + " cannot be read: " + e.getMessage(), e);
    }
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

  private Connection connect(String url) throws SQLException {
    Connection connection = driver.connect(url, new Properties());
    if (connection == null) {
      throw new SQLException("the driver does not take " + url);
    }
    return connection;
  }

  private static Map<String, Long> rows(Connection connection) throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : DatabaseDifferences.texts(connection, TABLES)) {
      String count = "SELECT count(*) FROM main." + DatabaseDifferences.quoted(table);
      rows.put(table, number(connection, count));
    }
    return rows;
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(DatabaseDifferences.texts(connection, query).get(0));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
