package snapbench.analysis.verdict;

import snapbench.analysis.stats.Slopes;

/**
 * The median of the slopes between all pairs of points (H. Theil, "A rank-invariant method of
 * linear and polynomial regression analysis", 1950; P. K. Sen, "Estimates of the regression
 * coefficient based on Kendall's tau", Journal of the American Statistical Association 63 (1968),
 * 1379–1389).
 */
public final class TheilSen {
  private TheilSen() {}

  /**
   * The slope of a series in its unit per cycle.
   *
   * @param series at most some thousand points, since all pairs are compared
   * @return NaN for fewer than two points
   */
  public static double slope(Series series) {
    int n = series.size();
    if (n < 2) {
      return Double.NaN;
    }
    Slopes slopes = new Slopes(series.cycles(), series.values());
    int middle = slopes.count() / 2;
    boolean isOdd = slopes.count() % 2 == 1;
    double[] candidates = slopes.around(isOdd ? middle : middle - 1, middle);
    int index = middle - slopes.below();
    double upper = selected(candidates, index);
    return isOdd ? upper : (highest(candidates, index) + upper) / 2;
  }

  /** The highest of the first so many. */
  private static double highest(double[] values, int count) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  /**
   * The value that would be at an index if all were sorted; afterwards no greater one is before it
   * (C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961), 321–322). Half a
   * million slopes are not worth sorting for their median.
   */
  private static double selected(double[] values, int index) {
    int left = 0;
    int right = values.length - 1;
    while (left < right) {
      double pivot = pivot(values[left], values[(left + right) >>> 1], values[right]);
      int i = left;
      int j = right;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (index <= j) {
        right = j;
      } else if (index >= i) {
        left = i;
      } else {
        break;
      }
    }
    return values[index];
  }

  /** The median of three. */
  private static double pivot(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
