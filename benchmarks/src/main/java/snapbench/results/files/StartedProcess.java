package snapbench.results.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that somebody may have to end, or ask for, who did not start it.
 *
 * @param pid its process id
 * @param startMillis when it started, in milliseconds since 1970, so that another process with the
 *     same id is not taken for it; 0 where the system does not say
 */
public record StartedProcess(long pid, long startMillis) {
  /** A correction of the system's clock moves the start times of processes that run already. */
  public static final long START_TOLERANCE_MILLIS = 5_000;

  /** The process of a handle. */
  public static StartedProcess of(ProcessHandle handle) {
    return new StartedProcess(handle.pid(), start(handle));
  }

  /** Its handle; empty if it has ended. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> Math.abs(start(handle) - startMillis) <= START_TOLERANCE_MILLIS);
  }

  /**
   * Ends it, and those that it started, if it has not ended. Where the system does not say when it
   * started, its id may be another's by now: then nothing is done.
   */
  public void destroyForcibly() {
    if (startMillis != 0) {
      handle().ifPresent(StartedProcess::destroyTree);
    }
  }

  private static void destroyTree(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process)).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static long start(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
