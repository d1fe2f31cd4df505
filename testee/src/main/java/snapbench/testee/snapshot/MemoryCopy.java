package snapbench.testee.snapshot;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.testee.sql.Sql;
import snapbench.testee.sql.SqliteDriver;

/** Copies by one statement into a database in memory, which ends with its last connection. */
final class MemoryCopy {
  private MemoryCopy() {}

  /**
   * Opens a database and copies the source into it.
   *
   * @param command what precedes the copy's URI in the statement
   * @param path the URI's
   * @throws UnsupportedSnapshotException if the driver wrote a file instead, in the working folder,
   *     under the URI taken literally or under its path; the file is gone then
   */
  static Snapshot of(
      SqliteDriver driver, Connection source, String command, String uri, String path)
      throws SQLException, IOException {
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
