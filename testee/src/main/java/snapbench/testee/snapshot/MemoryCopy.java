package snapbench.testee.snapshot;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/**
 * Copies by one statement into a database in memory, which ends with its last connection. Where the
 * driver wrote a file instead, in the working folder, under the URI taken literally or under its
 * path, the snapshot is unsupported, and the file is gone.
 *
 * @param command what precedes the copy's URI in the statement
 * @param root what the URI's path begins with, before the copy's name
 * @param toUri makes the URI of its path
 */
record MemoryCopy(SqliteDriver driver, String command, String root, UnaryOperator<String> toUri)
    implements SnapshotMethod {
  @Override
  public Snapshot take(Connection source, String name) throws SQLException, IOException {
    String path = root + name;
    String uri = toUri.apply(path);
    Connection holder = driver.connect(SqliteDriver.URL_PREFIX + uri);
    try {
      Sql.update(source, command + " '" + uri + "'");
      String file = delete(uri, path);
      if (file != null) {
        throw new UnsupportedSnapshotException(
            "the driver wrote a disk file named '" + file + "' instead of a database in memory");
      }
      return new Snapshot(holder, List.of());
    } catch (Throwable e) {
      Closeable strayFiles = () -> delete(uri, path);
      try (strayFiles;
          holder) {
        throw e;
      }
    }
  }

  /** Deletes files and names the last one; null if there was none. */
  private static @Nullable String delete(String... names) throws IOException {
    String found = null;
    for (String name : names) {
      File file = new File(name);
      if (file.exists()) {
        found = name;
        Files.delete(file.toPath());
      }
    }
    return found;
  }
}
