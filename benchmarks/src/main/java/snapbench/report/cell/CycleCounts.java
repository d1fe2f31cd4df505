package snapbench.report.cell;

import java.util.List;
import snapbench.model.Cycle;
import snapbench.model.Fork;
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
    return fork.cycles().isEmpty() ? ofMetrics(fork) : ofCycles(fork.cycles());
  }

  private static CycleCounts ofCycles(List<Cycle> cycles) {
    List<Cycle> measured = cycles.stream().filter(cycle -> !cycle.warmup()).toList();
    double iterations = measured.stream().mapToInt(Cycle::iteration).distinct().count();
    return new CycleCounts(measured.size(), cycles.size(), measured.size() / iterations);
  }

  /** JMH's result knows how many there had been after each measured iteration. */
  private static CycleCounts ofMetrics(Fork fork) {
    double[] counts =
        fork.iterations().stream()
            .filter(iteration -> !iteration.warmup())
            .mapToDouble(iteration -> iteration.value(Metric.PROCESS_CYCLES))
            .toArray();
    int steps = counts.length - 1;
    return new CycleCounts(
        Double.NaN,
        steps < 0 ? Double.NaN : counts[steps],
        steps < 1 ? Double.NaN : (counts[steps] - counts[0]) / steps);
  }
}
