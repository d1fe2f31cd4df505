package snapbench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import snapbench.results.CycleLog;
import snapbench.results.StartedProcess;

/**
 * Testees of a fork that was killed. One that keeps the contract ends by itself, since its stdin is
 * at its end; one that does not would go on beside the next cell.
 */
final class Survivors {
  private static final long GRACE_MILLIS = 2_000;

  private Survivors() {}

  /**
   * Ends them.
   *
   * @param log of the fork's cell
   * @throws IOException if it cannot be read
   */
  static void end(Path log) throws IOException {
    for (StartedProcess started : CycleLog.started(log)) {
      started.handle().ifPresent(Survivors::end);
    }
  }

  private static void end(ProcessHandle testee) {
    List<ProcessHandle> all = Stream.concat(testee.descendants(), Stream.of(testee)).toList();
    try {
      testee.onExit().get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException goesOn) {
      // killed below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    testee.onExit().join();
  }
}
