package snapbench.report.cell;

import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;

/**
 * How many cycles a fork ran; NaN where unknown.
 *
 * @param measured those of its measured iterations
 * @param all with those of the warm-up
 * @param perIteration mean over the measured iterations
 */
public record CycleCounts(double measured, double all, double perIteration) {

  public static CycleCounts of(Fork fork) {
    return fork.cycles().isEmpty() ? ofMetrics(fork) : ofCycles(fork);
  }

  private static CycleCounts ofCycles(Fork fork) {
    long measured = fork.cycles().stream().filter(cycle -> !cycle.warmup()).count();
    long iterations =
        fork.cycles().stream()
            .filter(cycle -> !cycle.warmup())
            .mapToInt(Cycle::iteration)
            .distinct()
            .count();
    return new CycleCounts(
        measured,
        fork.cycles().size(),
        iterations == 0 ? Double.NaN : (double) measured / iterations);
  }

  /** JMH's result knows how many there had been after each measured iteration. */
  private static CycleCounts ofMetrics(Fork fork) {
    double[] counts =
        fork.iterations().stream()
            .filter(iteration -> !iteration.warmup())
            .mapToDouble(CycleCounts::count)
            .toArray();
    int steps = counts.length - 1;
    return new CycleCounts(
        Double.NaN,
        steps < 0 ? Double.NaN : counts[steps],
        steps < 1 ? Double.NaN : (counts[steps] - counts[0]) / steps);
  }

  private static double count(Iteration iteration) {
    return iteration.value(Metric.PROCESS_CYCLES);
  }
}
