package snapbench.cli.terminal;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import snapbench.run.progress.ProgressView;
import snapbench.run.progress.RunStatus;

/**
 * Says how far a run is in a log: a line at the end of an iteration, where the last one was 30
 * seconds ago. The line that begins a fork is printed anyway, and the middle of a line is no place
 * for another.
 */
final class LogProgress implements ProgressView {
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final PrintStream log;
  private final LongSupplier clock;
  private @Nullable Supplier<RunStatus> status;
  private long lastNanos;

  /** With where to print, and a clock as {@link System#nanoTime()}. */
  LogProgress(PrintStream log, LongSupplier clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public synchronized void begin(Supplier<RunStatus> ofRun) {
    status = ofRun;
    lastNanos = clock.getAsLong();
  }

  @Override
  public synchronized void iterationEnded() {
    long now = clock.getAsLong();
    if (status != null && now - lastNanos >= INTERVAL_NANOS) {
      lastNanos = now;
      log.println("# Progress: " + status.get().line());
      log.flush();
    }
  }

  @Override
  public synchronized void end() {
    status = null;
  }
}
