package snapbench.analysis.fork;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
 * The series of a fork: a value after each cycle, behind the reading before the first. Where no
 * cycles are on record, the values at the ends of iterations over the number of cycles until then;
 * where that is not known either, there is no series.
 */
public final class ForkSeries {
  private static final List<Source> SOURCES =
      List.of(
          new Source(Quantity.RSS, Metric.PROCESS_RSS, Reading::rssKiB),
          new Source(Quantity.DESCRIPTORS, Metric.PROCESS_FDS, Reading::fds),
          new Source(Quantity.THREADS, Metric.PROCESS_THREADS, Reading::threads));

  private ForkSeries() {}

  /** Where a quantity is on record: after each cycle, and at the end of each iteration. */
  private record Source(Quantity quantity, Metric metric, ToDoubleFunction<Reading> reading) {
    static Source of(Quantity quantity) {
      return SOURCES.stream()
          .filter(source -> source.quantity.equals(quantity))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("a cell has no series of " + quantity.name()));
    }
  }

  /** What is judged of each fork. */
  public static List<Quantity> quantities() {
    return SOURCES.stream().map(Source::quantity).toList();
  }

  /**
   * The series of a quantity; empty if it was not read.
   *
   * @param quantity one of {@link #quantities()}
   */
  public static Series of(Fork fork, Quantity quantity) {
    Map<Double, Double> points = new TreeMap<>();
    Source source = Source.of(quantity);
    Reading baseline = fork.baseline();
    if (baseline != null) {
      points.put(0.0, source.reading.applyAsDouble(baseline));
    }
    for (Cycle cycle : fork.cycles()) {
      points.put((double) cycle.cycle(), source.reading.applyAsDouble(cycle.after()));
    }
    if (fork.cycles().isEmpty()) {
      if (quantity.equals(Quantity.RSS) && !fork.iterations().isEmpty()) {
        double before = fork.iterations().get(0).value(Metric.PROCESS_RSS_BASELINE);
        points.put(Double.isNaN(before) ? before : 0.0, before);
      }
      for (Iteration iteration : fork.iterations()) {
        points.put(iteration.value(Metric.PROCESS_CYCLES), iteration.value(source.metric));
      }
      points.remove(Double.NaN);
    }
    return series(quantity, points);
  }

  /**
   * The series of metrics of the ledger added up: a value at the end of each iteration, warm-up
   * included, over the cycles until then, behind the one before the first cycle.
   *
   * @param metrics a reading that lacks one of them is left out
   */
  public static Series ofMetrics(Fork fork, List<Metric> metrics) {
    Map<Double, Double> points = new TreeMap<>();
    for (Iteration iteration : fork.iterations()) {
      double cycles = iteration.value(Metric.PROCESS_CYCLES);
      if (!Double.isNaN(cycles)) {
        points.put(cycles, metrics.stream().mapToDouble(iteration::value).sum());
      }
    }
    String name = metrics.stream().map(Metric::label).collect(Collectors.joining("+"));
    return series(new Quantity(name, "KiB", Quantity.Kind.MEMORY_KIB), points);
  }

  /** Whether the ledger was on and could be read at least twice. */
  static boolean hasLedger(Fork fork) {
    return ofMetrics(fork, Cause.ALLOCATOR_RETENTION.metrics()).size() > 1
        || ofMetrics(fork, Cause.FILE_MAPPINGS.metrics()).size() > 1;
  }

  private static Series series(Quantity quantity, Map<Double, Double> points) {
    return Series.of(
        quantity,
        points.keySet().stream().mapToDouble(each -> each).toArray(),
        points.values().stream().mapToDouble(each -> each).toArray());
  }

  /**
   * What is known beside the series: the round, which is the number of worker threads, and the size
   * of the live database.
   */
  public static SeriesContext context(Fork fork, Thresholds thresholds, double alpha) {
    return new SeriesContext(round(fork), databaseKiB(fork), thresholds, alpha);
  }

  /**
   * The level of the intervals of a cell, {@link SeriesContext#ALPHA} split over the looks at it.
   */
  public static double alpha(Fork fork) {
    return SeriesContext.ALPHA / fork.look().of();
  }

  private static double round(Fork fork) {
    String threads = fork.params().getOrDefault(Parameter.THREADS.label(), "");
    return threads.matches("[1-9]\\d{0,8}") ? Double.parseDouble(threads) : Double.NaN;
  }

  private static double databaseKiB(Fork fork) {
    Fork.Testee testee = fork.testee();
    return testee == null || testee.databaseBytes() <= 0
        ? Double.NaN
        : testee.databaseBytes() / 1024.0;
  }
}
