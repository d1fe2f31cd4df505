package snapbench.report.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Reading;

/** The resident set of one fork by iteration, the baseline first. */
public final class RssSeries {

  private RssSeries() {}

  /** KiB before the first cycle and after each measured iteration; NaN where unknown. */
  public static double[] of(Fork fork) {
    SortedMap<Integer, Double> lastCycles = new TreeMap<>();
    fork.cycles().stream()
        .filter(cycle -> !cycle.warmup())
        .forEach(cycle -> lastCycles.put(cycle.iteration(), cycle.after().rssKiB()));
    List<Iteration> measured =
        fork.iterations().stream().filter(iteration -> !iteration.warmup()).toList();
    List<Double> series = new ArrayList<>();
    series.add(baseline(fork));
    for (Iteration iteration : measured) {
      series.add(
          iteration.reports(Metric.PROCESS_RSS)
              ? Double.valueOf(iteration.value(Metric.PROCESS_RSS))
              : lastCycles.getOrDefault(iteration.iteration(), Double.NaN));
    }
    // A fork that was killed has not written its iterations: their last cycles tell.
    lastCycles.tailMap(measured.size() + 1).values().forEach(series::add);
    return series.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * KiB at the end: of the series, or of the last cycle at all where no iteration was measured, as
   * in a fork that failed while it warmed up.
   */
  public static double last(Fork fork) {
    double[] series = of(fork);
    List<Cycle> cycles = fork.cycles();
    return series.length == 1 && !cycles.isEmpty()
        ? cycles.get(cycles.size() - 1).after().rssKiB()
        : series[series.length - 1];
  }

  /**
   * KiB after {@code malloc_trim} at the very end, once all iterations were read; NaN where nothing
   * was trimmed or it is unknown.
   */
  public static double afterTrim(Fork fork) {
    return fork.last(Metric.PROCESS_RSS) - fork.last(Metric.MALLOC_TRIMMED);
  }

  /**
   * KiB at most: of the series, after each cycle, and of a metric in every iteration, warm-up
   * included.
   *
   * @param metric the resident set, or the highest within an iteration
   */
  public static double highest(Fork fork, Metric metric) {
    DoubleStream cycles = fork.cycles().stream().mapToDouble(cycle -> cycle.after().rssKiB());
    return Stream.of(DoubleStream.of(of(fork)), cycles, fork.known(metric))
        .flatMapToDouble(Function.identity())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** KiB before the first cycle; NaN where unknown. */
  public static double baseline(Fork fork) {
    Reading baseline = fork.baseline();
    if (baseline != null) {
      return baseline.rssKiB();
    }
    return fork.iterations().isEmpty()
        ? Double.NaN
        : fork.iterations().get(0).value(Metric.PROCESS_RSS_BASELINE);
  }
}
