package snapbench.analysis.verdict;

import java.util.Arrays;
import snapbench.analysis.stats.Medians;

/** How far readings scatter that should be equal. */
public final class Noise {
  /** Makes a median absolute deviation the standard deviation of a normal distribution. */
  public static final double NORMAL = 1.4826;

  private Noise() {}

  /**
   * Standard deviation of a reading's noise, by the differences between neighbours: the lesser of
   * two estimates. One is from their median absolute deviation, so that neither growth nor rare
   * steps count. The other is from what goes down, in the half of the series where more does:
   * growth that is no straight line looks like noise, but goes up only. 0 where most neighbours are
   * equal.
   */
  static double of(Series series) {
    double[] differences = differences(series);
    int middle = differences.length / 2;
    double downwards =
        Math.max(
            downwards(Arrays.copyOfRange(differences, 0, middle)),
            downwards(Arrays.copyOfRange(differences, middle, differences.length)));
    return Math.min(ofDifferences(differences), downwards);
  }

  /** The estimate from the median absolute deviation alone. */
  static double withIrregularGrowth(Series series) {
    return ofDifferences(differences(series));
  }

  private static double[] differences(Series series) {
    double[] differences = new double[Math.max(0, series.size() - 1)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = series.value(i + 1) - series.value(i);
    }
    return differences;
  }

  private static double ofDifferences(double[] differences) {
    if (differences.length == 0) {
      return 0;
    }
    double median = Medians.of(differences);
    double[] deviations =
        Arrays.stream(differences).map(difference -> Math.abs(difference - median)).toArray();
    return NORMAL * Medians.of(deviations) / Math.sqrt(2);
  }

  /** For symmetric noise, the upper quartile of what goes down is the median absolute deviation. */
  private static double downwards(double[] differences) {
    if (differences.length == 0) {
      return 0;
    }
    double[] drops =
        Arrays.stream(differences).map(difference -> Math.max(0, -difference)).sorted().toArray();
    return NORMAL * drops[(int) Math.ceil(0.75 * drops.length) - 1] / Math.sqrt(2);
  }
}
