package snapbench.results.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a run's folder that ends with the process that holds it. A process's id says nothing to
 * another container, or machine, that shares the folder; the lock does, where the file system has
 * locks.
 */
public final class OwnerLock implements AutoCloseable {
  private static final String NAME = "lock";

  private final @Nullable FileChannel channel;

  private OwnerLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of a folder that was just made. */
  public static OwnerLock take(Path temporary) throws IOException {
    FileChannel channel =
        FileChannel.open(
            temporary.resolve(NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      var unused = channel.tryLock();
      return new OwnerLock(channel);
    } catch (IOException noLocks) {
      // as on some network file systems: then the process's id has to do
      channel.close();
      return new OwnerLock(null);
    }
  }

  /** Whether some process holds it; false where there is none, or no locks. */
  public static boolean isHeld(Path temporary) {
    if (!Files.isRegularFile(temporary.resolve(NAME))) {
      return false; // to open a pipe would wait
    }
    try (FileChannel channel = FileChannel.open(temporary.resolve(NAME), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (OverlappingFileLockException ours) {
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
