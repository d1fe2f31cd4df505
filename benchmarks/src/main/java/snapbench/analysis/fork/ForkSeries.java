package snapbench.analysis.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.model.Reading;

/**
 * The series of a cell's fork: a value after each cycle, behind the reading before the first. Where
 * no cycles are on record, the values at the ends of iterations over the number of cycles until
 * then; where that is not known either, there is no series.
 */
public final class ForkSeries {
  private ForkSeries() {}

  /** What is judged of each fork. */
  public static List<Quantity> quantities() {
    return List.of(Quantity.RSS, Quantity.DESCRIPTORS, Quantity.THREADS);
  }

  /**
   * The series of a quantity; empty if it was not read.
   *
   * @param quantity one of {@link #quantities()}
   */
  public static Series of(Fork cell, Quantity quantity) {
    Map<Double, Double> points = new TreeMap<>();
    ToDoubleFunction<Reading> value = value(quantity);
    Reading baseline = cell.baseline();
    if (baseline != null) {
      points.put(0.0, value.applyAsDouble(baseline));
    }
    for (Cycle cycle : cell.cycles()) {
      points.put((double) cycle.cycle(), value.applyAsDouble(cycle.after()));
    }
    if (cell.cycles().isEmpty()) {
      if (quantity.equals(Quantity.RSS) && !cell.iterations().isEmpty()) {
        double before = cell.iterations().get(0).value(Metric.PROCESS_RSS_BASELINE);
        points.put(Double.isNaN(before) ? before : 0.0, before);
      }
      for (Iteration iteration : cell.iterations()) {
        points.put(iteration.value(Metric.PROCESS_CYCLES), iteration.value(metric(quantity)));
      }
      points.remove(Double.NaN);
    }
    List<Double> cycles = new ArrayList<>(points.keySet());
    return Series.of(
        quantity,
        cycles.stream().mapToDouble(each -> each).toArray(),
        cycles.stream().mapToDouble(each -> points.getOrDefault(each, Double.NaN)).toArray());
  }

  private static ToDoubleFunction<Reading> value(Quantity quantity) {
    return switch (metric(quantity)) {
      case PROCESS_RSS -> Reading::rssKiB;
      case PROCESS_FDS -> Reading::fds;
      default -> Reading::threads;
    };
  }

  private static Metric metric(Quantity quantity) {
    if (quantity.equals(Quantity.RSS)) {
      return Metric.PROCESS_RSS;
    }
    if (quantity.equals(Quantity.DESCRIPTORS)) {
      return Metric.PROCESS_FDS;
    }
    if (quantity.equals(Quantity.THREADS)) {
      return Metric.PROCESS_THREADS;
    }
    throw new IllegalArgumentException("a cell has no series of " + quantity.name());
  }

  /**
   * What is known beside the series: the round, which is the number of worker threads, and the size
   * of the live database.
   */
  public static SeriesContext circumstances(Fork cell, Thresholds thresholds, double alpha) {
    return new SeriesContext(round(cell), databaseKiB(cell), thresholds, alpha);
  }

  /**
   * The level of the intervals of a cell, {@link SeriesContext#ALPHA} split over the looks at it.
   */
  public static double alpha(Fork cell) {
    return SeriesContext.ALPHA / cell.look().of();
  }

  private static double round(Fork cell) {
    String threads = cell.params().getOrDefault(Parameter.THREADS.label(), "");
    return threads.matches("[1-9]\\d{0,8}") ? Double.parseDouble(threads) : Double.NaN;
  }

  private static double databaseKiB(Fork cell) {
    Fork.Testee testee = cell.testee();
    return testee == null || testee.databaseBytes() <= 0
        ? Double.NaN
        : testee.databaseBytes() / 1024.0;
  }
}
