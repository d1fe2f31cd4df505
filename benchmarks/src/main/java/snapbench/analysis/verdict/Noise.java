package snapbench.analysis.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import snapbench.analysis.stats.Medians;

/** How far readings scatter that should be equal. */
final class Noise {
  private Noise() {}

  /**
   * Standard deviation of a reading's noise, by the differences between neighbours: the lesser of
   * two estimates. One is from their median absolute deviation, so that neither growth nor rare
   * steps count. The other is from what goes down, in the half of the series where more does:
   * growth that is no straight line looks like noise, but goes up only. 0 where most neighbours are
   * equal.
   */
  static double of(Series series) {
    double[] differences = series.differences();
    int middle = differences.length / 2;
    double downwards =
        Math.max(
            downwards(Arrays.copyOfRange(differences, 0, middle)),
            downwards(Arrays.copyOfRange(differences, middle, differences.length)));
    return Math.min(withIrregularGrowth(series), downwards);
  }

  /** The estimate from the median absolute deviation alone. */
  static double withIrregularGrowth(Series series) {
    double[] differences = series.differences();
    return differences.length == 0 ? 0 : Medians.spread(differences) / Math.sqrt(2);
  }

  /** For symmetric noise, the upper quartile of what goes down is the median absolute deviation. */
  private static double downwards(double[] differences) {
    if (differences.length == 0) {
      return 0;
    }
    double[] drops = Arrays.stream(differences).map(each -> Math.max(0, -each)).toArray();
    double quartile = Quantile.withDefaults().with(EstimationMethod.HF1).evaluate(drops, 0.75);
    return Medians.NORMAL * quartile / Math.sqrt(2);
  }
}
