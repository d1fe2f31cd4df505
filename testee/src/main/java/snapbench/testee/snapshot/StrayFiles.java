package snapbench.testee.snapshot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Files that a driver wrote where it was asked for memory. They lie in the working folder, under
 * the URI taken literally or under the URI's path.
 */
final class StrayFiles {
  private StrayFiles() {}

  /**
   * Deletes such files.
   *
   * @throws UnsupportedSnapshotException if there were any
   * @throws IOException if one cannot be deleted
   */
  static void refuse(String... names) throws IOException {
    String found = deleteAll(names);
    if (found != null) {
      throw new UnsupportedSnapshotException(
          "the driver wrote a disk file named '" + found + "' instead of a database in memory");
    }
  }

  /** Deletes such files after another failure, which keeps what goes wrong as suppressed. */
  static void delete(Throwable failure, String... names) {
    try {
      deleteAll(names);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Deletes such files and names the last one; null if there was none. */
  private static @Nullable String deleteAll(String... names) throws IOException {
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
