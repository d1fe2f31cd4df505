package snapbench.analysis.warning;

import java.util.Arrays;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Noise;

/**
 * How widely values that should be equal are spread, as a share of their median: 1.4826 times the
 * median absolute deviation, divided by the median, which for normal noise is the coefficient of
 * variation, and which a few outliers do not change (C. N. P. G. Arachchige, L. A. Prendergast, R.
 * G. Staudte, "Robust analogs to the coefficient of variation", Journal of Applied Statistics 49
 * (2022), 268–290).
 */
final class RobustSpread {
  /** What pyperf calls unstable: a standard deviation of 10 % of the mean or more. */
  static final double WIDE = 0.1;

  private RobustSpread() {}

  /**
   * The spread.
   *
   * @param fewest how many values it takes to say something
   * @return 0.1 for 10 %; NaN of fewer values, or where the median is not above 0
   */
  static double of(double[] values, int fewest) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double median = Medians.of(known);
    if (known.length < fewest || !(median > 0)) {
      return Double.NaN;
    }
    double[] deviations = Arrays.stream(known).map(value -> Math.abs(value - median)).toArray();
    return Noise.NORMAL * Medians.of(deviations) / median;
  }
}
