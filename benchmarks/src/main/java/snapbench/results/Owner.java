package snapbench.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The process that a run's temporary folder belongs to, the content of {@code tmp/pid}.
 *
 * @param pid its process id
 * @param startMillis when it started, in milliseconds since 1970, so that another process with the
 *     same id is not taken for it; 0 where the system does not say
 * @param lockFile the machine-wide lock that it holds for the run; null if none
 */
record Owner(long pid, long startMillis, @Nullable String lockFile) {

  /** A correction of the system's clock moves the start times of processes that run already. */
  private static final long START_TOLERANCE_MILLIS = 5_000;

  static Owner thisProcess(@Nullable LockFile lock) {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), start(self), lock == null ? null : lock.path().toString());
  }

  static Owner read(Path file) throws IOException {
    return JsonFiles.read(file, Owner.class);
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(handle -> handle.isAlive() && startedThen(handle))
        .isPresent();
  }

  private boolean startedThen(ProcessHandle handle) {
    return Math.abs(start(handle) - startMillis) <= START_TOLERANCE_MILLIS;
  }

  private static long start(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
