package snapbench.testee.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import snapbench.testee.database.generate.FillProgress;

/**
 * A copy of a SQLite file, with its write-ahead log if it has one, in a temporary folder that goes
 * when this is closed.
 *
 * <p>No lock is taken on the user's file, since that takes SQLite, or writing. Instead the files
 * must be as old and as long after copying as before, and a rollback journal with content is
 * refused: somebody is writing, or died while writing, and only SQLite, writing to the file, could
 * tell which and undo it.
 *
 * @param path the copy's, its write-ahead log beside it
 * @param isWriteAheadLogged whether its header says that it is in WAL mode
 */
record PrivateCopy(Path folder, Path path, boolean isWriteAheadLogged) implements AutoCloseable {
  private static final long BYTES_PER_TRANSFER = 16L << 20;

  /**
   * Copies a file.
   *
   * @throws IllegalArgumentException if it is no SQLite database or is being written to; in one
   *     line
   */
  static PrivateCopy of(Path file, Consumer<String> progress) throws IOException {
    DatabaseFile original = DatabaseFile.open(file);
    Path folder = Files.createTempDirectory("snapbench-load");
    PrivateCopy copy =
        new PrivateCopy(folder, folder.resolve("copy.db"), original.isWriteAheadLogged());
    try {
      copy.fillFrom(original, progress);
      return copy;
    } catch (IOException | RuntimeException e) {
      try (copy) {
        throw e;
      }
    }
  }

  /** Removes the folder and all that SQLite made in it. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void fillFrom(DatabaseFile original, Consumer<String> progress) throws IOException {
    List<DatabaseFile.State> before = original.states();
    copy(original.path(), path, progress);
    Path log = original.writeAheadLog();
    if (isWriteAheadLogged && Files.exists(log)) {
      copy(log, path.resolveSibling(path.getFileName() + "-wal"), progress);
    }
    original.requireUnchanged(before);
  }

  private static void copy(Path from, Path to, Consumer<String> lines) throws IOException {
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = source.size();
      FillProgress progress =
          new FillProgress("copying " + from, Math.max(1, size), "bytes", lines);
      for (long position = 0, moved = 1; position < size && moved > 0; position += moved) {
        moved = source.transferTo(position, Math.min(BYTES_PER_TRANSFER, size - position), target);
        progress.advance(moved);
      }
    }
  }
}
