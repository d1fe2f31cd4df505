package snapbench.results;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The files that JMH leaves in the system's temporary folder when it is killed. From JDK 18 on a
 * JVM's temporary folder can no longer be changed while it runs, so they cannot all be kept inside
 * the run's folder.
 */
public final class JmhFiles {
  private static final Pattern NAME =
      Pattern.compile("jmh\\d+(stdout|stderr|compilecommand|classpath\\.jar)");

  private JmhFiles() {}

  /**
   * Deletes them, and JMH's lock file with them, unless a JMH is running. As long as the lock is
   * ours, all such files of this user are left over.
   *
   * @param lockFile JMH's lock file, in the folder to sweep
   * @throws IOException if the folder cannot be read
   */
  static void sweep(Path lockFile) throws IOException {
    try (LockFile lock = LockFile.tryAcquire(lockFile)) {
      if (lock != null) {
        sweepBeside(lock);
      }
    }
  }

  /**
   * Deletes them.
   *
   * @param lock JMH's lock, held by the caller
   * @throws IOException if the folder cannot be read
   */
  public static void sweepBeside(LockFile lock) throws IOException {
    Path folder = lock.path().toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, JmhFiles::isOne)) {
      for (Path file : files) {
        deleteIfOurs(file);
      }
    }
  }

  private static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  private static void deleteIfOurs(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (FileSystemException anotherUsers) {
      // "Operation not permitted" in a shared temporary folder: theirs to sweep
    }
  }
}
