package snapbench.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

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
    List<Integer> cells = calls.stream().map(each -> each.cell().number()).distinct().toList();
    return "# Run progress: cell "
        + (cells.indexOf(call.cell().number()) + 1)
        + " of "
        + cells.size()
        + (call.cell().look().isFirst() ? "" : ", " + call.cell().look())
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
    boolean timed = calls.stream().allMatch(call -> call.cell().iterations().forkNanos() > 0);
    ToLongFunction<Iterations> amount = timed ? Iterations::forkNanos : Iterations::all;
    long done = sum(calls.subList(0, index), amount);
    long left = sum(calls.subList(index, calls.size()), amount);
    if (done == 0) {
      return timed ? clock(left) : "unknown";
    }
    return clock((long) (elapsedNanos * ((double) left / done)));
  }

  private static long sum(List<Call> calls, ToLongFunction<Iterations> amount) {
    return calls.stream()
        .mapToLong(
            call ->
                amount.applyAsLong(call.cell().iterations())
                    * (call.fork() == 1 ? 1 + call.cell().warmupForks() : 1))
        .sum();
  }

  private static String clock(long nanos) {
    Duration time = Duration.ofNanos(nanos);
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
