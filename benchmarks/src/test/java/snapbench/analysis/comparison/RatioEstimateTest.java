package snapbench.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.analysis.Runs;
import snapbench.analysis.stats.Holm;

/** Values worked out by hand. */
class RatioEstimateTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** Reference exp(0.01 i), candidate exp(0.3 + 0.0101 j): no two pairs have the same ratio. */
  private static double[] reference() {
    return IntStream.range(0, 10).mapToDouble(i -> Math.exp(0.01 * i)).toArray();
  }

  private static double[] candidate() {
    return IntStream.range(0, 10).mapToDouble(j -> Math.exp(0.3 + 0.0101 * j)).toArray();
  }

  @Test
  void tenForksThatDoNotOverlap() {
    RatioEstimate estimate = RatioEstimate.of(reference(), candidate(), 0.05);
    // Two of the C(20, 10) = 184756 orders are as extreme.
    assertThat(estimate.pValue()).isEqualTo(2.0 / 184756, ROUNDING);
    // Of the 100 log ratios in order, the mean of the 50th and 51st, the 24th and the 77th: the
    // test rejects at U = 23 (p = 0.0433), not at U = 24 (p = 0.0524).
    assertThat(estimate.ratio()).isEqualTo(Math.exp(0.30045), ROUNDING);
    assertThat(estimate.lower()).isEqualTo(Math.exp(0.2702), ROUNDING);
    assertThat(estimate.upper()).isEqualTo(Math.exp(0.3307), ROUNDING);
  }

  @Test
  void theOtherSideSeesTheInverse() {
    RatioEstimate there = RatioEstimate.of(reference(), candidate(), 0.05);
    RatioEstimate back = RatioEstimate.of(candidate(), reference(), 0.05).inverse();
    assertThat(back.ratio()).isEqualTo(there.ratio(), ROUNDING);
    assertThat(back.lower()).isEqualTo(there.lower(), ROUNDING);
    assertThat(back.upper()).isEqualTo(there.upper(), ROUNDING);
    assertThat(back.pValue()).isEqualTo(there.pValue(), ROUNDING);
  }

  @Test
  void threeForksCannotBeSignificant() {
    double[] from = {1, 2, 3};
    double[] to = {4, 5, 6};
    RatioEstimate estimate = RatioEstimate.of(from, to, 0.05);
    assertThat(estimate.pValue()).isEqualTo(0.1, ROUNDING);
    assertThat(estimate.ratio()).isEqualTo(2.5, ROUNDING);
    assertThat(estimate.lower()).isZero();
    assertThat(estimate.upper()).isInfinite();
    RatioEstimate lenient = RatioEstimate.of(from, to, 0.15);
    assertThat(lenient.lower()).isEqualTo(4.0 / 3, ROUNDING);
    assertThat(lenient.upper()).isEqualTo(6, ROUNDING);
  }

  /** The differences exp(0.3 + 0.001 i²) of ten pairs, whose values are far apart. */
  @Test
  void whatBothOfAPairShareDoesNotCount() {
    double[] from = IntStream.range(0, 10).mapToDouble(i -> Math.pow(3, i)).toArray();
    double[] to =
        IntStream.range(0, 10).mapToDouble(i -> from[i] * Math.exp(0.3 + 0.001 * i * i)).toArray();
    RatioEstimate estimate = RatioEstimate.ofPairs(from, to, 0.05);
    // All ten signs are the same: two of 2^10.
    assertThat(estimate.pValue()).isEqualTo(2.0 / 1024, ROUNDING);
    // The scores 1, 2, 3, 4 and six times 5 add up to 40. A sum of 6 is rejected (p = 0.0449), of 7
    // it is not (p = 0.0605): reached at the means of the squares 0 and 9, and of 25 and 81. They
    // are in balance between those of 5 and 36 and of 9 and 36.
    assertThat(estimate.ratio()).isEqualTo(Math.exp(0.3215), ROUNDING);
    assertThat(estimate.lower()).isEqualTo(Math.exp(0.3045), ROUNDING);
    assertThat(estimate.upper()).isEqualTo(Math.exp(0.353), ROUNDING);
    assertThat(RatioEstimate.of(from, to, 0.05).pValue()).isGreaterThan(0.5);
    RatioEstimate back = RatioEstimate.ofPairs(to, from, 0.05).inverse();
    assertThat(back.ratio()).isEqualTo(estimate.ratio(), ROUNDING);
    assertThat(back.lower()).isEqualTo(estimate.lower(), ROUNDING);
    assertThat(back.upper()).isEqualTo(estimate.upper(), ROUNDING);
  }

  /** A machine that did something else for one half of a pair: nine of ten agree. */
  @Test
  void onePairThatIsFarOffChangesLittle() {
    double[] from = IntStream.range(0, 10).mapToDouble(i -> Math.exp(0.001 * i)).toArray();
    double[] to = IntStream.range(0, 10).mapToDouble(i -> from[9 - i] * 0.95).toArray();
    to[4] = 2 * from[4];
    RatioEstimate estimate = RatioEstimate.ofPairs(from, to, 0.05);
    // one of the highest scores, 5 of 40: 15 of the 1024 sums are at most that
    assertThat(estimate.pValue()).isEqualTo(2 * 15.0 / 1024, ROUNDING);
    assertThat(estimate.ratio()).isEqualTo(0.95, within(0.002));
    assertThat(estimate.upper()).isLessThan(0.96);
  }

  @Test
  void equalPairsAreNoDifferenceAndOnePairIsNoProof() {
    double[] equal = Runs.equal(10, 13);
    assertThat(RatioEstimate.ofPairs(equal, equal, 0.05))
        .isEqualTo(new RatioEstimate(1, 1, 1, 1, true));
    RatioEstimate one = RatioEstimate.ofPairs(new double[] {1}, new double[] {2}, 0.05);
    assertThat(one).isEqualTo(new RatioEstimate(2, 0, Double.POSITIVE_INFINITY, 1, true));
    assertThat(RatioEstimate.ofPairs(new double[0], new double[0], 0.05))
        .isEqualTo(RatioEstimate.UNKNOWN);
    assertThatThrownBy(() -> RatioEstimate.ofPairs(equal, new double[] {1}, 0.05))
        .hasMessageContaining("10 and 1 values");
  }

  @Test
  void tiesAreCorrectedFor() {
    // U = 6 of 9, tie term 48, variance 9/12 (7 - 48/30) = 4.05, z = (1.5 - 0.5) / sqrt(4.05)
    RatioEstimate estimate = RatioEstimate.of(new double[] {1, 1, 2}, new double[] {1, 2, 2}, 0.05);
    assertThat(estimate.pValue()).isEqualTo(0.6193, within(1e-4));
    assertThat(estimate.ratio()).isEqualTo(1, ROUNDING);
  }

  /** Descriptors, of which many are equal: ten forks with 13 beside ten with 13 or 14. */
  @ParameterizedTest
  @CsvSource({
    "false, 4, 1, 1, 1.0769230769",
    "false, 3, 1, 1, 1.0769230769",
    "false, 6, 1.0769230769, 1, 1.0769230769",
    "true, 2, 1, 1, 1.0384615385",
    "true, 8, 1.0769230769, 1.0384615385, 1.0769230769",
  })
  void theIntervalOfEqualRatiosHoldsWhatIsNotRejected(
      boolean pairs, int more, double ratio, double lower, double upper) {
    double[] reference = Runs.equal(10, 13);
    double[] candidate = Runs.equal(10, 13);
    Arrays.fill(candidate, 10 - more, 10, 14);
    RatioEstimate estimate =
        pairs
            ? RatioEstimate.ofPairs(reference, candidate, 0.05)
            : RatioEstimate.of(reference, candidate, 0.05);
    assertThat(estimate.ratio()).isEqualTo(ratio, ROUNDING);
    // of a pair's ratio 14/13 and one of 1, the mean of the logarithms
    double middle = Math.sqrt(14.0 / 13);
    assertThat(estimate.lower()).isEqualTo(lower == 1.0384615385 ? middle : lower, ROUNDING);
    assertThat(estimate.upper()).isEqualTo(upper == 1.0384615385 ? middle : upper, ROUNDING);
  }

  /**
   * Between any two neighbours, the test is asked: what it keeps is in the interval, and no more.
   */
  @Test
  void theIntervalHoldsWhatTheTestKeepsAndNothingElse() {
    Random random = new Random(11);
    for (int sample = 0; sample < 60; sample++) {
      double[] from = random.ints(10, 10, 14).asDoubleStream().toArray();
      double[] to = random.ints(10, 10, 14).asDoubleStream().toArray();
      assertHoldsWhatIsKept(RatioEstimate.ofPairs(from, to, 0.05), from, to);
      assertHoldsWhatIsKept(RatioEstimate.of(from, to, 0.05), from, to);
    }
  }

  private static void assertHoldsWhatIsKept(RatioEstimate estimate, double[] from, double[] to) {
    double[] factors =
        IntStream.rangeClosed(-100, 100).mapToDouble(i -> Math.exp((i + 0.5) * 0.00731)).toArray();
    for (double factor : factors) {
      double[] moved = Arrays.stream(from).map(value -> value * factor).toArray();
      double pValue =
          estimate.pairs()
              ? RatioEstimate.ofPairs(moved, to, 0.05).pValue()
              : RatioEstimate.of(moved, to, 0.05).pValue();
      assertThat(pValue > 0.05)
          .as(Arrays.toString(from) + Arrays.toString(to) + factor + estimate)
          .isEqualTo(estimate.lower() < factor && factor < estimate.upper());
    }
  }

  @Test
  void allEqualIsNoDifferenceAtAll() {
    double[] equal = Runs.equal(10, 13);
    assertThat(RatioEstimate.of(equal, equal, 0.05))
        .isEqualTo(new RatioEstimate(1, 1, 1, 1, false));
  }

  @Test
  void oneOutlierChangesLittle() {
    double[] outlier = candidate();
    outlier[9] = 1000;
    RatioEstimate estimate = RatioEstimate.of(reference(), outlier, 0.05);
    assertThat(estimate.pValue()).isEqualTo(2.0 / 184756, ROUNDING);
    assertThat(estimate.ratio()).isEqualTo(Math.exp(0.30045), within(0.02));
    assertThat(estimate.upper()).isLessThan(1.5);
  }

  @Test
  void nothingIsUnknownAndZeroIsNoRatio() {
    assertThat(RatioEstimate.of(new double[0], candidate(), 0.05)).isEqualTo(RatioEstimate.UNKNOWN);
    assertThatThrownBy(() -> RatioEstimate.of(new double[] {0}, candidate(), 0.05))
        .hasMessageContaining("positive");
  }

  @Test
  void holmsProcedureCorrectsInSteps() {
    assertThat(Holm.correct(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Holm.correct(0.4, Double.NaN, 0.7)).containsExactly(0.8, Double.NaN, 0.8);
    assertThat(Holm.correct()).isEmpty();
  }
}
