package snapbench.testee.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;

/**
 * A user's SQLite file and the files that SQLite may have beside it; only ever read.
 *
 * @param given as the user named it
 * @param path the file, symbolic links resolved
 * @param isWriteAheadLogged whether it is in WAL mode
 */
record DatabaseFile(Path given, Path path, boolean isWriteAheadLogged) {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 100;
  private static final int READ_VERSION = 19;
  private static final int WAL_VERSION = 2;

  /**
   * How a file is at some time.
   *
   * @param bytes its length; -1 if it does not exist
   * @param modified when it was last written to; the epoch if it does not exist
   */
  record State(long bytes, FileTime modified) {
    static State of(Path file) throws IOException {
      if (!Files.exists(file)) {
        return new State(-1, FileTime.fromMillis(0));
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(attributes.size(), attributes.lastModifiedTime());
    }
  }

  /**
   * Reads a file's header.
   *
   * @throws IllegalArgumentException if it is not a readable SQLite database; in one line
   */
  static DatabaseFile open(Path given) throws IOException {
    if (!Files.exists(given)) {
      throw new IllegalArgumentException("db=" + given + " does not exist");
    }
    if (!Files.isRegularFile(given) || !Files.isReadable(given)) {
      throw new IllegalArgumentException("db=" + given + " is not a file that can be read");
    }
    // SQLite, too, has its journals beside the file that a symbolic link leads to
    Path path = given.toRealPath();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] header = in.readNBytes(HEADER_BYTES);
      if (header.length == 0) {
        // of which SQLite makes an empty database
        return new DatabaseFile(given, path, false);
      }
      if (header.length < HEADER_BYTES || !Arrays.equals(header, 0, 16, MAGIC, 0, 16)) {
        throw new IllegalArgumentException(
            "db=" + given + " is not a SQLite database, or is encrypted");
      }
      return new DatabaseFile(given, path, header[READ_VERSION] == WAL_VERSION);
    }
  }

  /** Where its write-ahead log is, if there is one. */
  Path writeAheadLog() {
    return beside("-wal");
  }

  /**
   * The states of the file and of its write-ahead log.
   *
   * @throws IllegalArgumentException if there is a rollback journal to be undone; in one line
   */
  List<State> states() throws IOException {
    Path journal = beside("-journal");
    if (Files.exists(journal) && isHot(journal)) {
      throw new IllegalArgumentException(
          "db="
              + given
              + " has a hot journal, "
              + journal.getFileName()
              + ": it is being written to, or a writer died; open it once with sqlite3, then"
              + " retry");
    }
    return List.of(State.of(path), State.of(writeAheadLog()));
  }

  /**
   * Checks that nobody wrote in the meantime.
   *
   * @throws IllegalArgumentException if somebody did; in one line
   */
  void requireUnchanged(List<State> before) throws IOException {
    if (!states().equals(before)) {
      throw new IllegalArgumentException(
          "db=" + given + " was written to while it was read; retry when nobody writes to it");
    }
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** SQLite's own rule: a journal counts unless it is empty or begins with a zero. */
  private static boolean isHot(Path journal) throws IOException {
    try (InputStream in = Files.newInputStream(journal)) {
      return in.read() > 0;
    }
  }
}
