package snapbench.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The exact test beside a count of all signs, and at its level. */
class SignedRanksTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static double pValue(double... differences) {
    return SignedRanks.of(differences, 0).pValue();
  }

  @Test
  void isTheShareOfAllSignsThatAreAsExtreme() {
    double[][] samples = {
      {-1, 2, 3, 4, 5, 6, 7},
      {-1, 2, -3, 4, 5, -60, 7, 8},
      {1, 1, 1, -1, 2, 2},
      {-0.5, 0.5, 0.5, 0.7, 3},
      {4, 4, 4, 4, 4},
    };
    for (double[] sample : samples) {
      assertThat(pValue(sample)).as(Arrays.toString(sample)).isEqualTo(counted(sample), ROUNDING);
    }
  }

  /** Of the sample with each of all combinations of signs. */
  private static double counted(double[] sample) {
    int extreme = Math.abs(SignedRanks.of(sample, 0).excess());
    int all = 1 << sample.length;
    int asExtreme = 0;
    for (int signs = 0; signs < all; signs++) {
      asExtreme += Math.abs(excess(sample, signs)) >= extreme ? 1 : 0;
    }
    return Math.min(1, (double) asExtreme / all);
  }

  /** With the scores of the sample itself: where distances tie, they depend on the signs. */
  private static int excess(double[] sample, int signs) {
    double[] distances = Arrays.stream(sample).map(Math::abs).sorted().toArray();
    boolean[] tied = new boolean[sample.length];
    for (int i = 0; i < sample.length; i++) {
      double distance = distances[i];
      long above = Arrays.stream(sample).filter(each -> each == distance).count();
      long below = Arrays.stream(sample).filter(each -> each == -distance).count();
      tied[i] = above > 0 && below > 0;
    }
    int excess = 0;
    for (int i = 0; i < sample.length; i++) {
      int rank = i + 1;
      while (tied[i] && rank < sample.length && distances[rank] == distances[i]) {
        rank++;
      }
      int score = Math.min(rank, (sample.length + 1) / 2);
      excess += (signs >> i & 1) == 1 ? score : -score;
    }
    return excess;
  }

  @Test
  void whatDoesNotDifferCountsOnNeitherSide() {
    assertThat(pValue(0, 0, 0, 1, 2, 3)).isEqualTo(pValue(1, 2, 3), ROUNDING);
    // Of ten, six of rank 5 to 10 above, two of rank 3 below, with scores 5, 5, 5, 5, 5, 5, 4, 4 at
    // most 5: below 8 of 38; 20 of the 256 sums are as extreme.
    assertThat(pValue(0, 0, -1, -1, 2, 2, 2, 2, 2, 2)).isEqualTo(20.0 / 256, ROUNDING);
    assertThat(pValue(0, 0)).isOne();
    assertThat(pValue()).isOne();
  }

  @Test
  void theApproximationOfManyIsTheShareOfSignsDrawnAtRandom() {
    Random random = new Random(5);
    double[] many = random.doubles(101, -0.43, 0.57).toArray();
    int extreme = Math.abs(SignedRanks.of(many, 0).excess());
    int asExtreme = 0;
    for (int i = 0; i < 40_000; i++) {
      int excess = 0;
      for (int rank = 1; rank <= many.length; rank++) {
        int score = Math.min(rank, 51);
        excess += random.nextBoolean() ? score : -score;
      }
      asExtreme += Math.abs(excess) >= extreme ? 1 : 0;
    }
    assertThat(pValue(many)).isEqualTo(asExtreme / 40_000.0, within(0.005)).isBetween(0.01, 0.5);
  }

  /** Also where the two halves of a pair disturb each other, or have little in common. */
  @Test
  void rejectsNoMoreThanItsLevelWhereNothingDiffers() {
    Random random = new Random(20);
    for (double shared : new double[] {-0.9, -0.3, 0, 0.5, 0.9}) {
      int rejected = 0;
      for (int i = 0; i < 4000; i++) {
        double[] differences =
            DoubleStream.generate(() -> difference(shared, random)).limit(10).toArray();
        rejected += pValue(differences) <= 0.05 ? 1 : 0;
      }
      assertThat(rejected).as("correlation " + shared).isBetween(120, 220);
    }
  }

  private static double difference(double correlation, Random random) {
    double one = random.nextGaussian();
    double other =
        correlation * one + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
    double outlier = random.nextInt(20) == 0 ? 10 * random.nextGaussian() : 0;
    return one - other + outlier;
  }
}
