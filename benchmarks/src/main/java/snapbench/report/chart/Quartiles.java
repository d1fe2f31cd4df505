package snapbench.report.chart;

import java.util.Arrays;

/**
 * How a sample lies. Quartiles are of type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), 361–365.
 *
 * @param count how many values
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 * @param highest the highest value
 */
record Quartiles(int count, double lower, double median, double upper, double highest) {

  /** Of values that are known and finite, at least one. */
  static Quartiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(
        sorted.length,
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (position - below) * (next - sorted[below]);
  }
}
