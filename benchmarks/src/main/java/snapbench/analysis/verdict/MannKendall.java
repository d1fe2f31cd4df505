package snapbench.analysis.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

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
    double[] values = series.values();
    long score = score(values);
    if (score == 0) {
      return 1;
    }
    double variance = variance(values) * correction(series);
    if (variance <= 0) {
      return 1;
    }
    double standardised = (Math.abs(score) - 1) / Math.sqrt(variance);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(standardised);
  }

  /**
   * How many more pairs rise than fall, by counting the exchanges that sorting takes (W. R. Knight,
   * "A computer method for calculating Kendall's tau with ungrouped data", Journal of the American
   * Statistical Association 61 (1966), 436–439).
   */
  private static long score(double[] values) {
    double[] sorted = values.clone();
    long falling = exchanges(sorted, new double[sorted.length], 0, sorted.length);
    long pairs = (long) values.length * (values.length - 1) / 2;
    long ties = 0;
    for (int i = 0; i < sorted.length; ) {
      int end = i;
      while (end < sorted.length && sorted[end] == sorted[i]) {
        end++;
      }
      ties += (long) (end - i) * (end - i - 1) / 2;
      i = end;
    }
    return pairs - ties - 2 * falling;
  }

  /** Sorts by merging, and counts the pairs of which the former is greater. */
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

  private static double variance(double[] values) {
    double n = values.length;
    double variance = n * (n - 1) * (2 * n + 5);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; ) {
      int end = i;
      while (end < sorted.length && sorted[end] == sorted[i]) {
        end++;
      }
      double ties = end - i;
      variance -= ties * (ties - 1) * (2 * ties + 5);
      i = end;
    }
    return variance / 18;
  }

  private static double correction(Series series) {
    int n = series.size();
    double slope = TheilSen.slope(series);
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = series.value(i) - slope * series.cycle(i);
    }
    double[] ranks = ranks(left);
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

  /** Ranks from 1, ties at their mean. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int first = lowerBound(sorted, values[i]);
      int last = first;
      while (last + 1 < sorted.length && sorted[last + 1] == values[i]) {
        last++;
      }
      ranks[i] = (first + last) / 2.0 + 1;
    }
    return ranks;
  }

  private static int lowerBound(double[] sorted, double value) {
    int found = Arrays.binarySearch(sorted, value);
    while (found > 0 && sorted[found - 1] == value) {
      found--;
    }
    return found;
  }
}
