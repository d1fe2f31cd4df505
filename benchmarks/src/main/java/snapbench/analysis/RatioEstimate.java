package snapbench.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * By what factor a candidate's values differ from a reference's, and how sure that is, without
 * assuming a distribution.
 *
 * <p>The p-value is that of the rank test of H. B. Mann and D. R. Whitney, "On a test of whether
 * one of two random variables is stochastically larger than the other", Annals of Mathematical
 * Statistics 18 (1947), 50–60: exact below 50 values without ties, otherwise the normal
 * approximation with corrections for ties and continuity. The ratio is the Hodges–Lehmann estimate
 * of the shift between the logarithms (J. L. Hodges and E. L. Lehmann, "Estimates of location based
 * on rank tests", Annals of Mathematical Statistics 34 (1963), 598–611): the median of all pairwise
 * ratios. The interval holds the ratios that the same test does not reject, so interval and p-value
 * agree.
 *
 * @param ratio candidate to reference; NaN if there are no values
 * @param lower lower end of the interval; 0 if there are too few values for one
 * @param upper upper end of the interval; infinite if there are too few values for one
 * @param pValue two-sided, of no difference; NaN if there are no values
 */
public record RatioEstimate(double ratio, double lower, double upper, double pValue) {
  /** What there is to say about nothing. */
  public static final RatioEstimate UNKNOWN =
      new RatioEstimate(Double.NaN, 0, Double.POSITIVE_INFINITY, Double.NaN);

  /** Logarithms that differ by less are the same ratio, computed in another way. */
  private static final double SAME = 1e-12;

  /**
   * Compares two samples.
   *
   * @param reference its values, all positive and finite
   * @param candidate its values, all positive and finite
   * @param alpha the level of the test, such as 0.05; the interval's is one minus that
   */
  public static RatioEstimate of(double[] reference, double[] candidate, double alpha) {
    check(reference);
    check(candidate);
    if (reference.length == 0 || candidate.length == 0) {
      return UNKNOWN;
    }
    double[] from = Arrays.stream(reference).map(Math::log).toArray();
    double[] to = Arrays.stream(candidate).map(Math::log).toArray();
    double[] shifts = shifts(from, to);
    return new RatioEstimate(
        Math.exp(Medians.of(shifts)),
        lower(from, to, shifts, alpha),
        // Seen from the other side, the upper end is a lower one.
        1 / lower(to, from, shifts(to, from), alpha),
        pValue(from, to, 0));
  }

  /** The same seen from the other side: reference to candidate. */
  public RatioEstimate inverse() {
    return new RatioEstimate(1 / ratio, 1 / upper, 1 / lower, pValue);
  }

  private static void check(double[] values) {
    if (!DoubleStream.of(values).allMatch(value -> value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "ratios need positive values, not " + Arrays.toString(values));
    }
  }

  private static double[] shifts(double[] from, double[] to) {
    return Arrays.stream(to).flatMap(y -> Arrays.stream(from).map(x -> y - x)).sorted().toArray();
  }

  /**
   * The p-value as a function of the shift changes at the pairwise shifts only, and rises up to the
   * estimate. So between neighbours, the first place where it no longer rejects is found by
   * halving.
   */
  private static double lower(double[] from, double[] to, double[] shifts, double alpha) {
    if (pValue(from, to, shifts[0] - 1) > alpha) {
      return 0;
    }
    int rejected = -1;
    int kept = shifts.length / 2;
    while (kept - rejected > 1) {
      int middle = (rejected + kept) >>> 1;
      if (pValue(from, to, above(shifts, middle)) > alpha) {
        kept = middle;
      } else {
        rejected = middle;
      }
    }
    return Math.exp(shifts[kept]);
  }

  /** A shift between this one and the next that is another ratio; beyond the last one if none. */
  private static double above(double[] shifts, int index) {
    int next = index + 1;
    while (next < shifts.length && shifts[next] - shifts[index] <= SAME) {
      next++;
    }
    return next < shifts.length
        ? shifts[index] + (shifts[next] - shifts[index]) / 2
        : shifts[index] + 1;
  }

  private static double pValue(double[] from, double[] to, double shift) {
    double pValue = MannWhitneyUTest.withDefaults().withMu(shift).test(to, from).getPValue();
    // Where all values are equal the approximation divides zero by zero.
    return Double.isNaN(pValue) ? 1 : Math.min(1, pValue);
  }
}
