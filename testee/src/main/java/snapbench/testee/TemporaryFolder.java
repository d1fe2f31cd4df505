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
  /**
   * Set by the harness: the working folder that it made for this process and put files into, which
   * is removed with all it holds. It is no option, so that no user's folder is taken for it.
   */
  private static final String OF_HARNESS = "snapbench.folder";

  private static final int ATTEMPTS = 20;

  private TemporaryFolder() {}

  /**
   * Makes the folder and sees to its removal.
   *
   * @param given an empty or new folder; null for the harness's, or else a new one in {@code
   *     java.io.tmpdir}
   */
  static Path open(@Nullable Path given) throws IOException {
    String ofHarness = System.getProperty(OF_HARNESS);
    if (ofHarness != null) {
      removeAtEnd(Path.of(ofHarness));
    }
    if (given == null && ofHarness != null) {
      return Path.of(ofHarness);
    }
    Path opened =
        given == null
            ? Files.createTempDirectory("snapbench-testee-")
            : Files.createDirectories(given);
    removeAtEnd(opened);
    return opened;
  }

  private static void removeAtEnd(Path folder) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-temporary"));
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
