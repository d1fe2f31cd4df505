package snapbench.testee.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import snapbench.testee.database.generate.GeneratedData;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/**
 * The live database: in memory and, where the driver can, in SQLite's shared cache, open to any
 * number of connections of this process. It exists until {@link #close()}.
 *
 * @param driver the driver that it lives in
 * @param url the JDBC URL by which this process, and no other, reaches it
 * @param keeper the connection that holds it
 * @param fillMillis time from opening the empty database to the last commit of its content, in
 *     milliseconds
 * @param contents what it held after filling
 */
public record LiveDatabase(
    SqliteDriver driver, String url, Connection keeper, long fillMillis, Contents contents)
    implements AutoCloseable {
  /** Puts the first content into the empty database. */
  private interface Filler {
    void fill(Connection empty) throws SQLException, IOException;
  }

  /**
   * Opens a live database and fills it with generated data, with all constraints on and in one
   * transaction.
   *
   * @param progress takes a line a second once filling has taken two seconds
   */
  public static LiveDatabase generate(
      SqliteDriver driver, GeneratedData data, Consumer<String> progress) throws SQLException {
    try {
      return open(driver, empty -> data.fill(empty, progress));
    } catch (IOException e) {
      throw new AssertionError("generating reads no file", e);
    }
  }

  /**
   * Opens a live database and loads a SQLite file into it, page by page. The file is only read, and
   * nothing is written beside it; see {@link FileLoader}.
   *
   * @param progress takes a line a second once copying the file has taken two seconds, and a line
   *     for what differs in memory
   * @throws IllegalArgumentException if the file is not there, is no SQLite database, is corrupt,
   *     or cannot be read safely; in one line
   */
  public static LiveDatabase load(SqliteDriver driver, Path file, Consumer<String> progress)
      throws SQLException, IOException {
    return open(driver, new FileLoader(driver, file, progress)::load);
  }

  private static LiveDatabase open(SqliteDriver driver, Filler filler)
      throws SQLException, IOException {
    boolean shared = driver.sharesMemory();
    String url =
        SqliteDriver.URL_PREFIX
            + (shared ? SqliteDriver.sharedMemoryUri("live-" + UUID.randomUUID()) : ":memory:");
    long startNanos = System.nanoTime();
    Connection filling = driver.connect(url);
    try {
      filler.fill(filling);
      long fillMillis = (System.nanoTime() - startNanos) / 1_000_000;
      Connection keeper = shared ? reopened(driver, url, filling) : filling;
      return new LiveDatabase(driver, url, keeper, fillMillis, Contents.of(keeper));
    } catch (SQLException | IOException | RuntimeException e) {
      try (filling) {
        throw e;
      }
    }
  }

  /** A new connection, since the one that saw the empty database may keep what it knew of it. */
  private static Connection reopened(SqliteDriver driver, String url, Connection old)
      throws SQLException {
    Connection keeper = driver.connect(url);
    try {
      old.close();
      return keeper;
    } catch (SQLException e) {
      try (keeper) {
        throw e;
      }
    }
  }

  /**
   * Opens another connection to this database; where that is not possible (see {@link
   * SqliteDriver#sharesMemory}) it is the only one again, to be used by one thread at a time, and
   * the database ends with it.
   */
  public Connection connect() throws SQLException {
    return driver.sharesMemory() ? driver.connect(url) : keeper;
  }

  /**
   * Writes it to a new file, page by page, by the backup API. The file gets its name when it is
   * complete.
   */
  public void export(Path file) throws SQLException, IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Sql.run(keeper, "backup to " + SqliteDriver.quoted(part));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Drops the database, unless other connections still hold it. */
  @Override
  public void close() throws SQLException {
    keeper.close();
  }
}
