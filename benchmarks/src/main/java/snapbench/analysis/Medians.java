package snapbench.analysis;

import java.util.Arrays;

/** Medians. */
public final class Medians {
  private Medians() {}

  /** The median of those values that are known; NaN if none is. */
  public static double of(double... values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int middle = known.length / 2;
    if (known.length == 0) {
      return Double.NaN;
    }
    return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
  }
}
