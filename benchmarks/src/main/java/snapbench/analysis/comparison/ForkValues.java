package snapbench.analysis.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Reading;

/**
 * One value for each fork: what happens within a fork is not independent, so a fork counts once.
 * Memory is read at the same number of cycles, since what is fast has had more of them after the
 * same time. What is unknown is left out.
 */
public final class ForkValues {

  private final ComparedCell contender;
  private final double cycles;

  /**
   * The values of a contender.
   *
   * @param contender the contender
   * @param cycles at which memory and descriptors are read
   */
  public ForkValues(ComparedCell contender, double cycles) {
    this.contender = contender;
    this.cycles = cycles;
  }

  /** How many cycles every fork of both sides reached; NaN if unknown. */
  static double commonCycles(Pair pair) {
    double common = Double.NaN;
    for (ComparedCell side : List.of(pair.reference(), pair.candidate())) {
      for (Fork fork : side.forks()) {
        NavigableMap<Double, Double> series = series(fork, Reading::rssKiB, Metric.PROCESS_RSS);
        if (!series.isEmpty()) {
          double last = series.lastKey();
          common = Double.isNaN(common) ? last : Math.min(common, last);
        }
      }
    }
    return common;
  }

  /** The values that are known. */
  public double[] of(Measure measure) {
    return Arrays.stream(each(measure)).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** Whether each value is that of a fork whose number is known. */
  boolean areNumbered(Measure measure) {
    return contender.hasNumberedForks()
        && (measure != Measure.THROUGHPUT || contender.hasRowOfEachFork());
  }

  /** The values that are known by the fork's number, where they are numbered. */
  NavigableMap<Integer, Double> byFork(Measure measure) {
    double[] values = each(measure);
    NavigableMap<Integer, Double> byFork = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        byFork.put(contender.forks().get(i).fork(), values[i]);
      }
    }
    return byFork;
  }

  private double[] each(Measure measure) {
    return switch (measure) {
      case THROUGHPUT ->
          contender.result().primaryMetric().rawData().stream()
              .mapToDouble(row -> Medians.of(row.stream().mapToDouble(v -> v).toArray()))
              .toArray();
      case RSS -> each(fork -> at(fork, cycles, Reading::rssKiB, Metric.PROCESS_RSS));
      case RSS_GROWTH -> each(this::growth);
      case DESCRIPTORS -> each(fork -> at(fork, cycles, Reading::fds, Metric.PROCESS_FDS));
      case SNAPSHOT -> typical(Cycle::snapshotMillis, Metric.CYCLE_SNAPSHOT);
      case CHECK -> typical(Cycle::checkMillis, Metric.CYCLE_CHECK);
      case DUMP -> typical(Cycle::activityMillis, Metric.CYCLE_DUMP);
      case CLOSE -> typical(Cycle::closeMillis, Metric.CYCLE_CLOSE);
      case READ_BLOCKED -> typical(Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED);
      case WRITE_BLOCKED -> typical(Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED);
    };
  }

  private double[] each(ToDoubleFunction<Fork> value) {
    return contender.forks().stream().mapToDouble(value).toArray();
  }

  private double growth(Fork fork) {
    double before =
        fork.baseline() != null
            ? fork.baseline().rssKiB()
            : fork.iterations().isEmpty()
                ? Double.NaN
                : fork.iterations().get(0).value(Metric.PROCESS_RSS_BASELINE);
    return at(fork, cycles, Reading::rssKiB, Metric.PROCESS_RSS) / before;
  }

  private double[] typical(ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    return each(
        fork ->
            fork.cycles().isEmpty()
                ? Medians.of(
                    fork.iterations().stream()
                        .filter(iteration -> !iteration.warmup())
                        .mapToDouble(iteration -> iteration.value(metric))
                        .toArray())
                : Medians.of(
                    fork.cycles().stream()
                        .filter(cycle -> !cycle.warmup())
                        .mapToDouble(ofCycle)
                        .toArray()));
  }

  /** Straight between two readings, where only those at the ends of iterations are on record. */
  private static double at(
      Fork fork, double cycles, ToDoubleFunction<Reading> ofReading, Metric metric) {
    NavigableMap<Double, Double> series = series(fork, ofReading, metric);
    Map.@Nullable Entry<Double, Double> before = series.floorEntry(cycles);
    Map.@Nullable Entry<Double, Double> after = series.ceilingEntry(cycles);
    if (before == null || after == null) {
      return Double.NaN;
    }
    double gap = after.getKey() - before.getKey();
    double share = gap == 0 ? 0 : (cycles - before.getKey()) / gap;
    return before.getValue() + share * (after.getValue() - before.getValue());
  }

  private static NavigableMap<Double, Double> series(
      Fork fork, ToDoubleFunction<Reading> ofReading, Metric metric) {
    NavigableMap<Double, Double> series = new TreeMap<>();
    fork.cycles()
        .forEach(
            cycle -> put(series, (double) cycle.cycle(), ofReading.applyAsDouble(cycle.after())));
    if (fork.cycles().isEmpty()) {
      for (Iteration iteration : fork.iterations()) {
        put(series, iteration.value(Metric.PROCESS_CYCLES), iteration.value(metric));
      }
    }
    return series;
  }

  private static void put(NavigableMap<Double, Double> series, double cycle, double value) {
    if (!Double.isNaN(cycle) && !Double.isNaN(value)) {
      series.put(cycle, value);
    }
  }
}
