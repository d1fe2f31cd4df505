package snapbench.results.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A lock on the whole machine, held through a file that is deleted on release. JMH's own lock is
 * one: two benchmarks at once would measure each other.
 *
 * <p>The file is deleted while the lock is held. Who had opened it before then locks a file that no
 * longer has a name; so the holder gives it a random length and asks for it through the name.
 */
public final class LockFile implements AutoCloseable {
  /**
   * Those that this process holds, by their real paths. They must not be opened again: on POSIX, to
   * close a file once gives up all locks that the process has on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path realPath;
  private final FileChannel channel;

  private LockFile(Path path, Path realPath, FileChannel channel) {
    this.path = path;
    this.realPath = realPath;
    this.channel = channel;
  }

  /**
   * Tries to take the lock, without waiting.
   *
   * @return the lock, or null if another process, or this one, holds it
   * @throws IOException if the file can be neither opened nor created
   */
  public static @Nullable LockFile tryAcquire(Path path) throws IOException {
    Path realPath = realPath(path);
    if (!HELD.add(realPath)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel = tryLock(path);
      return channel == null ? null : new LockFile(path, realPath, channel);
    } finally {
      if (channel == null) {
        HELD.remove(realPath);
      }
    }
  }

  /** The file itself may be absent. */
  private static Path realPath(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
  }

  private static @Nullable FileChannel tryLock(Path path) throws IOException {
    while (true) {
      FileChannel channel = open(path);
      boolean kept = false;
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          return null;
        }
        if (hasItsName(path, channel)) {
          kept = true;
          return channel;
        }
      } catch (OverlappingFileLockException heldByThisProcess) {
        return null;
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    }
  }

  /** The lock's file. */
  public Path path() {
    return path;
  }

  /** Whether it was not released yet. */
  public boolean isHeld() {
    return channel.isOpen();
  }

  /**
   * Deletes the file, if it may, and releases the lock; the second time does nothing.
   *
   * @throws IOException if the lock cannot be released
   */
  @Override
  public synchronized void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      deleteIfOurs(path);
    } finally {
      HELD.remove(realPath);
    }
  }

  /** Deletes a file, unless that fails as in a shared temporary folder for another user's. */
  public static void deleteIfOurs(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (FileSystemException anotherUsers) {
      // "Operation not permitted": theirs to delete
    }
  }

  private static FileChannel open(Path path) throws IOException {
    try {
      return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException absent) {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      // As JMH does: whoever comes next may be another user.
      path.toFile().setWritable(true, false);
      return channel;
    }
  }

  /** By its length, since to open and close the file once more would give up the lock on POSIX. */
  private static boolean hasItsName(Path path, FileChannel channel) throws IOException {
    int length = 1 + ThreadLocalRandom.current().nextInt(1 << 20);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(new byte[1]), length - 1L);
    try {
      return Files.size(path) == length;
    } catch (NoSuchFileException deletedMeanwhile) {
      return false;
    } finally {
      channel.truncate(0);
    }
  }
}
