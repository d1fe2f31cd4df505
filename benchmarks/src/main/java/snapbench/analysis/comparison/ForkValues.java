package snapbench.analysis.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.ScoreUnit;

/**
 * One value for each fork: what happens within a fork is not independent, so a fork counts once.
 * Memory is read at the same number of cycles, since what is fast has had more of them after the
 * same time. What is unknown is left out.
 *
 * @param cell the cell whose values they are
 * @param cycles at which memory and descriptors are read
 * @param scoreUnit of the values of throughput
 */
public record ForkValues(ComparedCell cell, double cycles, String scoreUnit) {
  /** How many cycles every fork of both sides reached; NaN if unknown. */
  static double commonCycles(Pair pair) {
    return Stream.of(pair.reference(), pair.candidate())
        .flatMap(side -> side.forks().stream())
        .map(fork -> series(fork, Quantity.RSS))
        .filter(series -> series.size() > 0)
        .mapToDouble(Series::lastCycle)
        .min()
        .orElse(Double.NaN);
  }

  /** The values that are known. */
  public double[] of(Measure measure) {
    return Arrays.stream(each(measure)).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** Whether each value is that of a fork whose number is known. */
  boolean areNumbered(Measure measure) {
    return cell.hasNumberedForks() && (measure != Measure.THROUGHPUT || cell.hasRowOfEachFork());
  }

  /** The values that are known by the fork's number, where they are numbered. */
  NavigableMap<Integer, Double> byFork(Measure measure) {
    double[] values = each(measure);
    NavigableMap<Integer, Double> byFork = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        byFork.put(cell.forks().get(i).fork(), values[i]);
      }
    }
    return byFork;
  }

  private double[] each(Measure measure) {
    return switch (measure) {
      case THROUGHPUT -> scores(cell.result().primaryMetric());
      case RSS -> each(fork -> at(ForkSeries.of(fork, Quantity.RSS)));
      case RSS_GROWTH -> each(this::growth);
      case PSS -> each(fork -> at(ForkSeries.ofMetrics(fork, List.of(Metric.PROCESS_PSS))));
      case DESCRIPTORS -> each(fork -> at(ForkSeries.of(fork, Quantity.DESCRIPTORS)));
      case SNAPSHOT -> typical(Cycle::snapshotMillis, Metric.CYCLE_SNAPSHOT);
      case CHECK -> typical(Cycle::checkMillis, Metric.CYCLE_CHECK);
      case DUMP -> typical(Cycle::activityMillis, Metric.CYCLE_DUMP);
      case CLOSE -> typical(Cycle::closeMillis, Metric.CYCLE_CLOSE);
      case READ_BLOCKED -> typical(Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED);
      case WRITE_BLOCKED -> typical(Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED);
    };
  }

  private double[] scores(JmhResult.Metric metric) {
    double factor = ScoreUnit.factor(metric.scoreUnit(), scoreUnit);
    return metric.rawData().stream()
        .mapToDouble(row -> factor * Medians.of(row.stream().mapToDouble(v -> v).toArray()))
        .toArray();
  }

  private double[] each(ToDoubleFunction<Fork> value) {
    return cell.forks().stream().mapToDouble(value).toArray();
  }

  private double growth(Fork fork) {
    double before =
        fork.baseline() != null
            ? fork.baseline().rssKiB()
            : fork.iterations().isEmpty()
                ? Double.NaN
                : fork.iterations().get(0).value(Metric.PROCESS_RSS_BASELINE);
    return at(ForkSeries.of(fork, Quantity.RSS)) / before;
  }

  private double[] typical(ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    return each(
        fork -> {
          DoubleStream values =
              fork.cycles().isEmpty()
                  ? fork.iterations().stream()
                      .filter(iteration -> !iteration.warmup())
                      .mapToDouble(iteration -> iteration.value(metric))
                  : fork.cycles().stream().filter(cycle -> !cycle.warmup()).mapToDouble(ofCycle);
          return Medians.of(values.toArray());
        });
  }

  /** Straight between two readings, where only those at the ends of iterations are on record. */
  private double at(Series all) {
    Series series = afterFirst(all);
    int after = series.indexOf(cycles);
    if (after < series.size() && series.cycle(after) == cycles) {
      return series.value(after);
    }
    if (after == 0 || after == series.size()) {
      return Double.NaN;
    }
    double gap = series.cycle(after) - series.cycle(after - 1);
    double share = (cycles - series.cycle(after - 1)) / gap;
    return series.value(after - 1) + share * (series.value(after) - series.value(after - 1));
  }

  /** Without the reading before the first cycle. */
  private static Series series(Fork fork, Quantity quantity) {
    return afterFirst(ForkSeries.of(fork, quantity));
  }

  private static Series afterFirst(Series all) {
    return all.from(all.indexOf(Double.MIN_VALUE));
  }
}
