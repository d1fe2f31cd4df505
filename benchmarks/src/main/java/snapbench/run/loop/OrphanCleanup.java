package snapbench.run.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import snapbench.host.process.ProcessEnd;
import snapbench.results.files.StartedProcess;
import snapbench.results.folder.CycleLog;

/**
 * Testees of a fork that was killed. One that keeps the contract ends by itself, since its stdin is
 * at its end; one that does not would go on beside the next cell.
 */
final class OrphanCleanup {
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** One that the kernel holds in a call does not end even when it is killed. */
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private OrphanCleanup() {}

  /**
   * Ends them.
   *
   * @param log of the fork's cell
   */
  static void end(Path log) throws IOException {
    for (StartedProcess started : CycleLog.started(log)) {
      started.handle().ifPresent(OrphanCleanup::end);
    }
  }

  private static void end(ProcessHandle testee) {
    List<ProcessHandle> all = Stream.concat(testee.descendants(), Stream.of(testee)).toList();
    try {
      ProcessEnd.await(testee, GRACE);
      all.forEach(ProcessHandle::destroyForcibly);
      ProcessEnd.await(testee, KILL_LIMIT);
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
