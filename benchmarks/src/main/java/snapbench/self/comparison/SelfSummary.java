package snapbench.self.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import snapbench.analysis.comparison.ComparedCell;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.ForkValues;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.Outcome;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.analysis.stats.Medians;

/** What many comparisons of a driver with itself came to. */
final class SelfSummary {
  private final Map<Outcome, Integer> words = new EnumMap<>(Outcome.class);
  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> halves = new ArrayList<>();

  /**
   * Adds one.
   *
   * @param number its number, from 1
   * @param seconds how long it took
   * @return a line about it
   */
  String add(int number, MeasureComparison speed, boolean oneByOne, long seconds) {
    double[] reference = forks(speed.pair().reference());
    double[] candidate = forks(speed.pair().candidate());
    words.merge(speed.outcome(), 1, Integer::sum);
    ratios.add(speed.estimate().ratio());
    String half = "";
    if (!oneByOne) {
      halves.add(halves(reference, candidate));
      half = format("  halves %.4f", halves.get(halves.size() - 1));
    }
    return format(
        "%2d  %.4f (%.4f to %.4f)  p %.4f  %-12s  forks %.1f %% %.1f %%%s  %d s",
        number,
        speed.estimate().ratio(),
        speed.estimate().lower(),
        speed.estimate().upper(),
        speed.pValue(),
        speed.outcome().word(),
        100 * deviation(reference),
        100 * deviation(candidate),
        half,
        seconds);
  }

  private static double[] forks(ComparedCell contender) {
    return new ForkValues(contender, Double.NaN, contender.result().primaryMetric().scoreUnit())
        .of(Measure.THROUGHPUT);
  }

  /**
   * The ratio that the same forks would have shown one by one: those of the first half of the time,
   * of either side, beside those of the second. Says something of a driver with itself alone.
   */
  private static double halves(double[] reference, double[] candidate) {
    double[] order = new double[reference.length + candidate.length];
    for (int i = 0; i < reference.length; i++) {
      order[2 * i] = reference[i];
      order[2 * i + 1] = candidate[i];
    }
    return RatioEstimate.of(
            Arrays.copyOfRange(order, 0, order.length / 2),
            Arrays.copyOfRange(order, order.length / 2, order.length),
            Criteria.STANDARD.alpha())
        .ratio();
  }

  /** Standard deviation of the logarithms. */
  private static double deviation(double[] values) {
    double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
    double mean = Arrays.stream(logarithms).average().orElse(Double.NaN);
    double squares = Arrays.stream(logarithms).map(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** All of them in a few lines. */
  List<String> lines(boolean oneByOne) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%d comparisons: better %d, worse %d, same %d, inconclusive %d",
            ratios.size(),
            count(Outcome.BETTER),
            count(Outcome.WORSE),
            count(Outcome.SAME),
            count(Outcome.INCONCLUSIVE)));
    lines.add(spread("ratio", ratios));
    if (!oneByOne) {
      lines.add(spread("second half of the forks to first, whatever their side", halves));
    }
    return lines;
  }

  private static String spread(String what, List<Double> ratios) {
    double[] values = ratios.stream().mapToDouble(ratio -> ratio).toArray();
    return format(
        "%s: median %.4f, from %.4f to %.4f, standard deviation of the logarithm %.4f",
        what,
        Medians.of(values),
        Arrays.stream(values).min().orElse(Double.NaN),
        Arrays.stream(values).max().orElse(Double.NaN),
        deviation(values));
  }

  /** Better or worse at most once in 20. */
  boolean isQuiet() {
    return 20 * (count(Outcome.BETTER) + count(Outcome.WORSE)) <= ratios.size();
  }

  /** Worse at least 19 times in 20. */
  boolean findsWorse() {
    return 20 * count(Outcome.WORSE) >= 19 * ratios.size();
  }

  private int count(Outcome outcome) {
    return words.getOrDefault(outcome, 0);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
