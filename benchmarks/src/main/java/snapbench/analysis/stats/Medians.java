package snapbench.analysis.stats;

import java.util.Arrays;

/** Medians. */
public final class Medians {
  private Medians() {}

  /** The median of those values that are known; NaN if none is. */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int known = sorted.length;
    // NaN is sorted to the end
    while (known > 0 && Double.isNaN(sorted[known - 1])) {
      known--;
    }
    int middle = known / 2;
    if (known == 0) {
      return Double.NaN;
    }
    return known % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
