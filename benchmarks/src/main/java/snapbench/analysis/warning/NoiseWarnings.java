package snapbench.analysis.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.results.jmh.JmhResult;

/**
 * Warnings of a cell whose iterations, or forks, are spread widely: their mean times of a cycle,
 * without the first round, in which each thread has its first turn; or, where no cycles are on
 * record, their scores.
 */
final class NoiseWarnings {
  /** What pyperf calls unstable: a standard deviation of 10 % of the mean or more. */
  private static final double WIDE = 0.1;

  private static final int FEWEST_ITERATIONS = 5;
  private static final int FEWEST_FORKS = 3;

  private NoiseWarnings() {}

  static void add(CellWarnings found, List<JudgedFork> measured, List<JmhResult> results) {
    double worst = Double.NEGATIVE_INFINITY;
    double[] medians = new double[measured.size()];
    for (int i = 0; i < medians.length; i++) {
      double[] iterations = iterations(measured.get(i), i, results);
      double spread = spread(iterations, FEWEST_ITERATIONS);
      worst = Double.isNaN(spread) ? worst : Math.max(worst, spread);
      medians[i] = Medians.of(iterations);
    }
    if (worst > WIDE) {
      found.add(
          WarningKind.NOISY_ITERATIONS,
          text("iterations of a fork", worst),
          "see doctor; measure on a quiet machine, longer iterations (-r) or more of them (-i)");
    }
    double amongForks = spread(medians, FEWEST_FORKS);
    if (amongForks > WIDE) {
      found.add(
          WarningKind.NOISY_FORKS,
          text("medians of the forks", amongForks),
          "see doctor; compare with --interleave and 10 forks or more (-f 10)");
    }
  }

  /**
   * How widely values that should be equal are spread, as a share of their median: for normal noise
   * the coefficient of variation, and not changed by a few outliers (C. N. P. G. Arachchige, L. A.
   * Prendergast, R. G. Staudte, "Robust analogs to the coefficient of variation", Journal of
   * Applied Statistics 49 (2022), 268–290).
   *
   * @param fewest how many values it takes to say something
   * @return 0.1 for 10 %; NaN of fewer values, or where the median is not above 0
   */
  private static double spread(double[] values, int fewest) {
    long known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    double median = Medians.of(values);
    return known < fewest || !(median > 0) ? Double.NaN : Medians.spread(values) / median;
  }

  private static String text(String what, double spread) {
    return String.format(
        Locale.ROOT,
        "the %s are spread by %.0f %% of their median (1.4826 x median absolute deviation; more"
            + " than 10 %% is much): throughput and phase times are less sure than they seem",
        what,
        100 * spread);
  }

  private static double[] iterations(JudgedFork judged, int index, List<JmhResult> results) {
    Fork fork = judged.fork();
    double round = judged.context().round();
    double firstRound = Double.isNaN(round) ? 0 : round;
    Map<Integer, Double> means =
        fork.cycles().stream()
            .filter(cycle -> !cycle.warmup() && cycle.cycle() > firstRound)
            .collect(
                Collectors.groupingBy(
                    Cycle::iteration,
                    TreeMap::new,
                    Collectors.averagingDouble(Cycle::totalMillis)));
    return fork.cycles().isEmpty()
        ? scores(fork, index, results)
        : means.values().stream().mapToDouble(mean -> mean).toArray();
  }

  /** JMH has a row for each fork that was measured. */
  private static double[] scores(Fork fork, int index, List<JmhResult> results) {
    return results.stream()
        .filter(result -> result.isOf(fork))
        .map(result -> result.primaryMetric().rawData())
        .filter(rows -> index < rows.size())
        .findFirst()
        .map(rows -> rows.get(index).stream().mapToDouble(score -> score).toArray())
        .orElse(new double[0]);
  }
}
