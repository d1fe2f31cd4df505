package snapbench.testee.snapshot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

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
    String found = null;
    for (String name : names) {
      File file = new File(name);
      if (file.exists()) {
        found = name;
        Files.delete(file.toPath());
      }
    }
    if (found != null) {
      throw new UnsupportedSnapshotException(
          "the driver wrote a disk file named '" + found + "' instead of a database in memory");
    }
  }
}
