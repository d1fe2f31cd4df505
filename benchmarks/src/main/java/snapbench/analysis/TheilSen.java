package snapbench.analysis;

import java.util.Arrays;

/**
 * The median of the slopes between all pairs of points (H. Theil, "A rank-invariant method of
 * linear and polynomial regression analysis", 1950; P. K. Sen, "Estimates of the regression
 * coefficient based on Kendall's tau", Journal of the American Statistical Association 63 (1968),
 * 1379–1389).
 */
final class TheilSen {
  private TheilSen() {}

  /**
   * The slope of a series in its unit per cycle.
   *
   * @param series at most some thousand points, since all pairs are compared
   * @return NaN for fewer than two points
   */
  static double slope(Series series) {
    int n = series.size();
    if (n < 2) {
      return Double.NaN;
    }
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[count++] = (series.value(j) - series.value(i)) / (series.cycle(j) - series.cycle(i));
      }
    }
    Arrays.sort(slopes);
    return count % 2 == 1 ? slopes[count / 2] : (slopes[count / 2 - 1] + slopes[count / 2]) / 2;
  }
}
