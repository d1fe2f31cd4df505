package snapbench.testee.database.generate;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says how far a long task has come: nothing during its first two seconds, then one line a second.
 */
public final class FillProgress {
  private static final long QUIET_NANOS = 2_000_000_000L;
  private static final long BETWEEN_LINES_NANOS = 1_000_000_000L;

  private final String task;
  private final String unit;
  private final long total;
  private final Consumer<String> lines;
  private final LongSupplier nanoTime;
  private long done;
  private long nextLineNanos;

  /**
   * Starts a task.
   *
   * @param task what is being done, as the line begins
   * @param total how many rows, or whatever the unit is, there are to do; at least 1
   */
  public FillProgress(String task, long total, String unit, Consumer<String> lines) {
    this(task, total, unit, lines, System::nanoTime);
  }

  /** As above, by a clock of one's own. */
  public FillProgress(
      String task, long total, String unit, Consumer<String> lines, LongSupplier nanoTime) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.lines = lines;
    this.nanoTime = nanoTime;
    this.nextLineNanos = nanoTime.getAsLong() + QUIET_NANOS;
  }

  /** Adds what has been done since the last call. */
  public void advance(long amount) {
    done += amount;
    long now = nanoTime.getAsLong();
    if (now - nextLineNanos >= 0) {
      nextLineNanos = now + BETWEEN_LINES_NANOS;
      lines.accept(task + ": " + done * 100 / total + " % of " + total + " " + unit);
    }
  }
}
