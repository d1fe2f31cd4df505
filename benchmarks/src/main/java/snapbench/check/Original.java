package snapbench.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The database that the testee loads, as a driver of ours reads it.
 *
 * @param file where it is, in a folder of its own
 * @param rows rows by table
 * @param databaseBytes pages times page size
 * @param modified when it was last written to
 */
record Original(Path file, Map<String, Long> rows, long databaseBytes, FileTime modified) {
  /** Whether the file is as it was and still alone in its folder. */
  boolean isUntouched() throws IOException {
    return neighbours().equals(List.of(file)) && Files.getLastModifiedTime(file).equals(modified);
  }

  /** All that is in its folder. */
  List<Path> neighbours() throws IOException {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files.sorted().toList();
    }
  }
}
