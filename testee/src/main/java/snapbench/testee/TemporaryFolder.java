package snapbench.testee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder for the testee's temporary files, removed with all it holds when the JVM ends. */
final class TemporaryFolder {
  private static final int ATTEMPTS = 20;

  private TemporaryFolder() {}

  /**
   * Makes the folder and sees to its removal.
   *
   * @param folder an existing or new folder, or null for a new one in {@code java.io.tmpdir}
   * @throws IOException if it cannot be made
   */
  static Path open(@Nullable Path folder) throws IOException {
    Path opened =
        folder == null
            ? Files.createTempDirectory("snapbench-testee-")
            : Files.createDirectories(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(opened), "remove-temporary"));
    return opened;
  }

  private static void remove(Path folder) {
    IOException failure = null;
    for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(folder); attempt++) {
      failure = attemptRemoval(folder);
    }
    if (failure != null && Files.exists(folder)) {
      System.err.println("cannot remove " + folder + ": " + failure);
    }
  }

  /** A cycle that is under way may still create files. */
  private static @Nullable IOException attemptRemoval(Path folder) {
    try {
      List<Path> deepestFirst;
      try (Stream<Path> paths = Files.walk(folder)) {
        deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
      return null;
    } catch (UncheckedIOException e) {
      return e.getCause();
    } catch (IOException e) {
      return e;
    }
  }
}
