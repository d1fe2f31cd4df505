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
import snapbench.model.Reading;

/**
 * The series of a cell's fork: a value after each cycle, behind the reading before the first. Where
 * no cycles are on record, the values at the ends of iterations over the number of cycles until
 * then; where that is not known either, there is no series.
 */
public final class ForkSeries {
  private static final String CYCLES = "process.cycles";
  private static final String BASELINE = "process.rss.baseline";
  private static final String THREADS = "threads";

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
        double before = metric(cell.iterations().get(0), BASELINE);
        points.put(Double.isNaN(before) ? before : 0.0, before);
      }
      for (Iteration iteration : cell.iterations()) {
        points.put(metric(iteration, CYCLES), metric(iteration, "process." + quantity.name()));
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
    if (quantity.equals(Quantity.RSS)) {
      return Reading::rssKiB;
    }
    if (quantity.equals(Quantity.DESCRIPTORS)) {
      return Reading::fds;
    }
    if (quantity.equals(Quantity.THREADS)) {
      return Reading::threads;
    }
    throw new IllegalArgumentException("a cell has no series of " + quantity.name());
  }

  private static double metric(Iteration iteration, String label) {
    Double value = iteration.metrics().get(label);
    return value == null ? Double.NaN : value;
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
    String threads = cell.params().getOrDefault(THREADS, "");
    return threads.matches("[1-9]\\d{0,8}") ? Double.parseDouble(threads) : Double.NaN;
  }

  private static double databaseKiB(Fork cell) {
    Fork.Testee testee = cell.testee();
    return testee == null || testee.databaseBytes() <= 0
        ? Double.NaN
        : testee.databaseBytes() / 1024.0;
  }
}
