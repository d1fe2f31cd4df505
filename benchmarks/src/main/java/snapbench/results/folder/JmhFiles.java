package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import snapbench.results.files.LockFile;
import snapbench.results.files.StartedProcess;

/**
 * The files that JMH leaves in the system's temporary folder when it is killed. From JDK 18 on a
 * JVM's temporary folder can no longer be changed while it runs, so they cannot all be kept inside
 * the run's folder.
 */
public final class JmhFiles {
  private static final Pattern NAME =
      Pattern.compile("jmh\\d+(stdout|stderr|compilecommand|classpath\\.jar)");
  private static final String IGNORES_THE_LOCK = "-Djmh.ignoreLock=true";

  private JmhFiles() {}

  /**
   * Deletes them, and JMH's lock file with them, unless a JMH is running; so, too, if this process
   * holds the lock, with which it has swept already.
   *
   * @param lockFile JMH's lock file, in the folder to sweep
   */
  static void sweep(Path lockFile) throws IOException {
    try (LockFile lock = LockFile.tryAcquire(lockFile)) {
      if (lock != null) {
        sweepBeside(lock);
      }
    }
  }

  /**
   * Deletes them. As long as the lock is ours, all such files of this user are left over, but for
   * those of a JMH that was told to ignore the lock.
   *
   * @param lock JMH's lock, held by the caller
   */
  public static void sweepBeside(LockFile lock) throws IOException {
    Path folder = lock.path().toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, JmhFiles::isOne)) {
      found.forEach(files::add);
    }
    if (files.isEmpty()) {
      return;
    }
    Instant end = startOfThoseThatIgnoreTheLock();
    for (Path file : files) {
      if (Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(end)) {
        LockFile.deleteIfOurs(file);
      }
    }
  }

  /** Of the first that is running, as far as its command line says so. */
  private static Instant startOfThoseThatIgnoreTheLock() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .filter(info -> info.commandLine().orElse("").contains(IGNORES_THE_LOCK))
        .flatMap(info -> info.startInstant().stream())
        .min(Comparator.naturalOrder())
        .map(start -> start.minusMillis(StartedProcess.START_TOLERANCE_MILLIS))
        .orElse(Instant.MAX);
  }

  private static boolean isOne(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }
}
