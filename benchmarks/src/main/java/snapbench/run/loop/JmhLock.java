package snapbench.run.loop;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.LockFile;
import snapbench.results.folder.JmhFiles;
import snapbench.run.plan.RunFailedException;

/**
 * JMH's lock on the whole machine, held for the whole run instead of once per call of its runner.
 */
public final class JmhLock implements AutoCloseable {
  private static final String IGNORE = "jmh.ignoreLock";

  private final @Nullable LockFile file;

  private JmhLock(@Nullable LockFile file) {
    this.file = file;
  }

  /**
   * Takes JMH's lock and turns off its own locking. Must be called before JMH's runner is loaded,
   * which reads that setting once, and before the temporary folder is changed. Does nothing if the
   * user ignores the lock ({@code -Djmh.ignoreLock=true}), as JMH would.
   *
   * @throws RunFailedException if another JMH is running
   * @throws IOException if the lock's file can be neither opened nor created
   */
  public static JmhLock acquire() throws IOException, RunFailedException {
    if (Boolean.getBoolean(IGNORE)) {
      return new JmhLock(null);
    }
    Path path = Path.of(System.getProperty("java.io.tmpdir", "."), "jmh.lock");
    LockFile file = LockFile.tryAcquire(path);
    if (file == null) {
      throw new RunFailedException(
          "another JMH is running: it holds "
              + path
              + "; two at once would measure each other (-Djmh.ignoreLock=true before -jar goes on)");
    }
    System.setProperty(IGNORE, "true");
    JmhFiles.sweepBeside(file);
    return new JmhLock(file);
  }

  /** The lock's file; null if the user ignores the lock. */
  public @Nullable LockFile file() {
    return file;
  }

  /** Gives back the lock, once JMH's temporary files are gone: an interrupted JVM leaves them. */
  @Override
  public void close() throws IOException {
    if (file != null && file.isHeld()) {
      try (file) {
        JmhFiles.sweepBeside(file);
      }
    }
  }
}
