package snapbench.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How far a run has come, and how long it may still take. */
final class Progress {
  private final List<Call> calls;
  private final long startNanos;

  Progress(List<Call> calls, long startNanos) {
    this.calls = List.copyOf(calls);
    this.startNanos = startNanos;
  }

  /**
   * One line before a call.
   *
   * @param index the call's place in the plan, from 0
   * @param nowNanos the clock of {@link System#nanoTime()}
   */
  String line(int index, long nowNanos) {
    Call call = calls.get(index);
    List<PlannedCell> cells = calls.stream().map(Call::cell).distinct().toList();
    return "# Run progress: cell "
        + (cells.indexOf(call.cell()) + 1)
        + " of "
        + cells.size()
        + (call.cell().forks() > 1 ? ", fork " + call.fork() + " of " + call.cell().forks() : "")
        + ", ETA "
        + eta(index, nowNanos - startNanos);
  }

  /** One line at the end. */
  String total(long nowNanos) {
    return "# Run complete. Total time: " + clock(nowNanos - startNanos);
  }

  /**
   * What is left, as planned at first, then in proportion to what the finished part really took.
   */
  private String eta(int index, long elapsedNanos) {
    long done = plannedNanos(calls.subList(0, index));
    long left = plannedNanos(calls.subList(index, calls.size()));
    boolean timed = calls.stream().allMatch(call -> call.cell().forkNanos() > 0);
    if (index == 0) {
      return timed ? clock(left) : "unknown";
    }
    double share = timed ? (double) left / done : (double) (calls.size() - index) / index;
    return clock((long) (elapsedNanos * share));
  }

  private static long plannedNanos(List<Call> calls) {
    return calls.stream()
        .mapToLong(
            call ->
                call.cell().forkNanos() * (call.fork() == 1 ? 1 + call.cell().warmupForks() : 1))
        .sum();
  }

  private static String clock(long nanos) {
    Duration time = Duration.ofNanos(nanos);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
