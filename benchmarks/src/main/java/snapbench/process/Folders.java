package snapbench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and all they hold. */
public final class Folders {
  private static final int ATTEMPTS = 20;

  private Folders() {}

  /**
   * Removes a folder; what vanishes meanwhile is as well removed, what appears meanwhile too, and
   * what lies in folders that are read-only.
   *
   * @throws IOException if something in it cannot be deleted
   */
  public static void remove(Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        removeAll(folder);
        return;
      } catch (DirectoryNotEmptyException filledMeanwhile) {
        if (attempt == ATTEMPTS) {
          throw filledMeanwhile;
        }
      }
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        removeAll(folder);
        return;
      }
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !Files.isWritable(path)) {
        // without success, the deletion says what is wrong
        path.toFile().setWritable(true);
      }
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
