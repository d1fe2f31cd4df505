package snapbench.analysis.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
import snapbench.analysis.stats.TheilSen;

/**
 * Is there a trend at all? The rank test of H. B. Mann, "Nonparametric tests against trend",
 * Econometrica 13 (1945), 245–259, and M. G. Kendall, with the variance corrected for ties
 * (Kendall, "Rank correlation methods", 4th edition, London 1975) and for autocorrelation (K. H.
 * Hamed and A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated data", Journal of
 * Hydrology 204 (1998), 182–196: by the significant autocorrelations of the ranks of what is left
 * when the Theil-Sen line is taken away; here never to less than the variance of independent
 * readings).
 */
final class MannKendall {
  private static final int FEWEST_POINTS = 4;
  private static final double SIGNIFICANT = 1.96;

  private MannKendall() {}

  /**
   * Two-sided p-value of no trend.
   *
   * @param series at most some thousand points, since all pairs are compared
   * @return NaN for fewer than four points; 1 where all are equal
   */
  static double pValue(Series series) {
    int n = series.size();
    if (n < FEWEST_POINTS) {
      return Double.NaN;
    }
    double[] sorted = series.values();
    long falling = exchanges(sorted, new double[n], 0, n);
    int[] ties = ties(sorted);
    long tied = Arrays.stream(ties).mapToLong(each -> (long) each * (each - 1) / 2).sum();
    long score = (long) n * (n - 1) / 2 - tied - 2 * falling;
    double variance = variance(n, ties) * correction(series);
    if (score == 0 || variance <= 0) {
      return 1;
    }
    double standardised = (Math.abs(score) - 1) / Math.sqrt(variance);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(standardised);
  }

  /**
   * Sorts by merging, and counts the pairs of which the former is greater: how many more pairs rise
   * than fall is told by the exchanges that sorting takes (W. R. Knight, "A computer method for
   * calculating Kendall's tau with ungrouped data", Journal of the American Statistical Association
   * 61 (1966), 436–439).
   */
  private static long exchanges(double[] values, double[] merged, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long count = exchanges(values, merged, from, middle) + exchanges(values, merged, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean isFromRight = left == middle || (right < to && values[right] < values[left]);
      if (isFromRight) {
        count += middle - left;
        merged[i] = values[right++];
      } else {
        merged[i] = values[left++];
      }
    }
    System.arraycopy(merged, from, values, from, to - from);
    return count;
  }

  /** How many are equal, for each of the values. */
  private static int[] ties(double[] sorted) {
    int[] ties = new int[sorted.length];
    int groups = 0;
    for (int i = 0; i < sorted.length; i++) {
      groups += i > 0 && sorted[i] != sorted[i - 1] ? 1 : 0;
      ties[groups]++;
    }
    return Arrays.copyOf(ties, groups + 1);
  }

  private static double variance(double n, int[] ties) {
    double ofTies =
        Arrays.stream(ties).mapToDouble(t -> (double) t * (t - 1) * (2.0 * t + 5)).sum();
    return (n * (n - 1) * (2 * n + 5) - ofTies) / 18;
  }

  private static double correction(Series series) {
    int n = series.size();
    double slope = TheilSen.slope(series.cycles(), series.values());
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = series.value(i) - slope * series.cycle(i);
    }
    double[] ranks = new NaturalRanking().apply(left);
    double mean = (n + 1) / 2.0;
    double sumOfSquares = Arrays.stream(ranks).map(r -> (r - mean) * (r - mean)).sum();
    if (sumOfSquares == 0) {
      return 1;
    }
    double sum = 0;
    for (int lag = 1; lag < n - 2; lag++) {
      double product = 0;
      for (int i = 0; i + lag < n; i++) {
        product += (ranks[i] - mean) * (ranks[i + lag] - mean);
      }
      double correlation = product / sumOfSquares;
      if (Math.abs(correlation) > SIGNIFICANT / Math.sqrt(n)) {
        sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
      }
    }
    return Math.max(1, 1 + 2 * sum / ((double) n * (n - 1) * (n - 2)));
  }
}
