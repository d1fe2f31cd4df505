package snapbench.analysis.verdict;

import java.util.Arrays;
import snapbench.analysis.stats.Medians;

/**
 * Replaces single readings that both neighbours contradict, such as one taken while something else
 * held memory for a moment. What lasts for two readings is kept: steps, ramps, the teeth of a
 * garbage collector.
 *
 * <p>The rule is that of F. R. Hampel, "The influence curve and its role in robust estimation",
 * Journal of the American Statistical Association 69 (1974), 383–393: further from the median of
 * its neighbourhood than a multiple of the median absolute deviation.
 */
final class HampelFilter {
  /** A reading and two on each side. */
  private static final int REACH = 2;

  private static final double LIMIT = 6;

  private HampelFilter() {}

  /**
   * The series with isolated outliers replaced by the median of their neighbourhood; first and last
   * reading are kept.
   */
  static Series replaced(Series series) {
    double[] values = series.values();
    double[] kept = values.clone();
    double noise = Noise.of(series);
    for (int i = 1; i + 1 < values.length; i++) {
      double[] around =
          Arrays.copyOfRange(
              values, Math.max(0, i - REACH), Math.min(values.length, i + REACH + 1));
      double median = Medians.of(around);
      double limit = LIMIT * Math.max(noise, Medians.spread(around));
      boolean alone =
          Math.abs(values[i] - values[i - 1]) > limit
              && Math.abs(values[i] - values[i + 1]) > limit;
      boolean sameSide = (values[i] > values[i - 1]) == (values[i] > values[i + 1]);
      if (alone && sameSide && Math.abs(values[i] - median) > limit) {
        kept[i] = median;
      }
    }
    return Series.of(series.quantity(), series.cycles(), kept);
  }
}
