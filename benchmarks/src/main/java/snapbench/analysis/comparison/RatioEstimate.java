package snapbench.analysis.comparison;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.stats.SignedRanks;

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
 * ratios. The interval holds the ratios that the same test does not reject, and its two ends, so
 * interval and p-value agree but for a ratio of 1 that is an end.
 *
 * <p>Values that were measured in turns come in pairs. What a machine does for a while is in both
 * of a pair, so the test is that of {@link SignedRanks}, of the logarithms of the pairs' ratios,
 * and the ratio the one at which their scores are in balance (Hodges and Lehmann, the same paper).
 * It needs no more than that a pair's ratio is as likely above as below where nothing differs; so
 * what the two sides share, or not, does no harm.
 *
 * @param ratio candidate to reference; NaN if there are no values
 * @param lower lower end of the interval; 0 if there are too few values for one
 * @param upper upper end of the interval; infinite if there are too few values for one
 * @param pValue two-sided, of no difference; NaN if there are no values
 * @param pairs whether it is of pairs, not of all values of one side with all of the other
 */
public record RatioEstimate(
    double ratio, double lower, double upper, double pValue, boolean pairs) {
  /** What there is to say about nothing. */
  public static final RatioEstimate UNKNOWN =
      new RatioEstimate(Double.NaN, 0, Double.POSITIVE_INFINITY, Double.NaN, false);

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
    double[] shifts = Arrays.stream(to).flatMap(y -> Arrays.stream(from).map(x -> y - x)).toArray();
    return of(
        false,
        shifts,
        Medians.of(shifts),
        shift -> MannWhitneyUTest.withDefaults().withMu(shift).test(to, from).getPValue(),
        alpha);
  }

  /**
   * Compares pairs.
   *
   * @param reference one value of each pair, all positive and finite
   * @param candidate the other values, in the same order
   * @param alpha the level of the test, such as 0.05; the interval's is one minus that
   */
  public static RatioEstimate ofPairs(double[] reference, double[] candidate, double alpha) {
    check(reference);
    check(candidate);
    if (reference.length != candidate.length) {
      throw new IllegalArgumentException(
          "no pairs: %d and %d values".formatted(reference.length, candidate.length));
    }
    if (reference.length == 0) {
      return UNKNOWN;
    }
    double[] differences =
        IntStream.range(0, reference.length)
            .mapToDouble(i -> Math.log(candidate[i] / reference[i]))
            .toArray();
    double[] means =
        IntStream.range(0, differences.length)
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.rangeClosed(0, i)
                        .mapToDouble(j -> (differences[i] + differences[j]) / 2))
            .toArray();
    Arrays.sort(means);
    return of(
        true,
        means,
        SignedRanks.balanced(differences, means),
        shift -> SignedRanks.of(differences, shift).pValue(),
        alpha);
  }

  private static RatioEstimate of(
      boolean pairs, double[] shifts, double estimate, DoubleUnaryOperator test, double alpha) {
    double[] sorted = Arrays.stream(shifts).sorted().toArray();
    // Seen from the other side, the upper end is a lower one.
    double[] mirrored = Arrays.stream(shifts).map(shift -> -shift).sorted().toArray();
    return new RatioEstimate(
        Math.exp(estimate),
        lower(sorted, estimate, shift -> pValue(test, shift), alpha),
        1 / lower(mirrored, -estimate, shift -> pValue(test, -shift), alpha),
        pValue(test, 0),
        pairs);
  }

  /** Whether there are enough values for an end of the interval below or above the ratio. */
  public boolean isBounded() {
    return lower > 0 && Double.isFinite(upper);
  }

  /** The same seen from the other side: reference to candidate. */
  public RatioEstimate inverse() {
    return new RatioEstimate(1 / ratio, 1 / upper, 1 / lower, pValue, pairs);
  }

  private static void check(double[] values) {
    if (!DoubleStream.of(values).allMatch(value -> value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "ratios need positive values, not " + Arrays.toString(values));
    }
  }

  /**
   * The p-value as a function of the shift changes at these shifts only, and rises up to the
   * estimate. So between neighbours, the first place where it no longer rejects is found by
   * halving.
   */
  private static double lower(
      double[] shifts, double estimate, DoubleUnaryOperator pValue, double alpha) {
    if (pValue.applyAsDouble(shifts[0] - 1) > alpha) {
      return 0;
    }
    int rejected = -1;
    int kept = shifts.length - 1;
    while (kept > 0 && shifts[kept] > estimate + SignedRanks.SAME) {
      kept--;
    }
    // Above the last of several that equal the estimate, the p-value falls again.
    while (kept > 0 && shifts[kept - 1] >= estimate - SignedRanks.SAME) {
      kept--;
    }
    while (kept - rejected > 1) {
      int middle = (rejected + kept) >>> 1;
      if (pValue.applyAsDouble(above(shifts, middle)) > alpha) {
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
    while (next < shifts.length && shifts[next] - shifts[index] <= SignedRanks.SAME) {
      next++;
    }
    return next < shifts.length
        ? shifts[index] + (shifts[next] - shifts[index]) / 2
        : shifts[index] + 1;
  }

  private static double pValue(DoubleUnaryOperator test, double shift) {
    double pValue = test.applyAsDouble(shift);
    // Where all values are equal the approximation divides zero by zero.
    return Double.isNaN(pValue) ? 1 : Math.min(1, pValue);
  }
}
