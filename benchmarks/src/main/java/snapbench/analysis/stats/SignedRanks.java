package snapbench.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether differences lie to one side of a shift: the test for signed ranks of F. Wilcoxon,
 * "Individual comparisons by ranking methods", Biometrics Bulletin 1 (1945), 80–83, with Winsorized
 * scores: a difference's score is the rank of its distance from the shift, but no more than the
 * median rank. Such scores are for heavy tails (T. P. Hettmansperger and J. W. McKean, "Robust
 * Nonparametric Statistical Methods", 2nd edition, 2011): a difference that is far off, since the
 * machine did something else for one half of a pair, counts as much as one in the middle, where
 * Wilcoxon's own scores let one of ten hide what the other nine agree on.
 *
 * <p>Without a shift each difference is as likely on the one side as on the other, whatever its
 * distance; that makes the p-value exact, up to {@value #MOST_EXACT} differences, and the normal
 * approximation beyond. A difference that is the shift itself counts on neither side, but is ranked
 * with the others (J. W. Pratt, "Remarks on zeros and ties in the Wilcoxon signed rank procedures",
 * Journal of the American Statistical Association 54 (1959), 655–667), so that the p-value at a
 * shift is in line with those beside it; distances that are equal on both sides get the highest of
 * their scores.
 */
public final class SignedRanks {
  private static final int MOST_EXACT = 100;

  /** Logarithms that differ by less are the same ratio, computed in another way. */
  public static final double SAME = 1e-12;

  /** Negative of what lies below the shift, 0 of what is the shift itself. */
  private final int[] scores;

  private SignedRanks(int[] scores) {
    this.scores = scores;
  }

  /** Ranks differences, on one side of a shift or the other. */
  public static SignedRanks of(double[] differences, double shift) {
    double[] distances =
        Arrays.stream(differences)
            .map(each -> each - shift)
            .boxed()
            .sorted((one, other) -> Double.compare(Math.abs(one), Math.abs(other)))
            .mapToDouble(each -> each)
            .toArray();
    int medianRank = (distances.length + 1) / 2;
    int[] scores = new int[distances.length];
    int from = 0;
    while (from < distances.length && Math.abs(distances[from]) <= SAME) {
      from++;
    }
    while (from < distances.length) {
      int to = endOfTie(distances, from);
      boolean oneSided = isOneSided(distances, from, to);
      for (int i = from; i < to; i++) {
        int score = Math.min(oneSided ? i + 1 : to, medianRank);
        scores[i] = distances[i] > 0 ? score : -score;
      }
      from = to;
    }
    return new SignedRanks(scores);
  }

  private static int endOfTie(double[] distances, int from) {
    int to = from + 1;
    while (to < distances.length && Math.abs(distances[to]) - Math.abs(distances[to - 1]) <= SAME) {
      to++;
    }
    return to;
  }

  private static boolean isOneSided(double[] distances, int from, int to) {
    return Arrays.stream(distances, from, to).allMatch(each -> each > 0)
        || Arrays.stream(distances, from, to).allMatch(each -> each < 0);
  }

  /** By how much the scores above outweigh those below. */
  int excess() {
    return Arrays.stream(scores).sum();
  }

  /** Two-sided, of differences that lie around the shift; 1 if there are none. */
  public double pValue() {
    int total = Arrays.stream(scores).map(Math::abs).sum();
    int smaller = (total - Math.abs(excess())) / 2;
    if (scores.length <= MOST_EXACT) {
      return Math.min(1, 2 * probabilityOfAtMost(smaller));
    }
    double deviation =
        Math.sqrt(Arrays.stream(scores).mapToDouble(score -> (double) score * score).sum());
    return 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(excess()) / deviation);
  }

  /** Of the scores' sum above, where each is above or below with the same probability. */
  private double probabilityOfAtMost(int sum) {
    double[] probabilities = new double[sum + 1];
    probabilities[0] = 1;
    for (int signed : scores) {
      int score = Math.abs(signed);
      for (int i = sum; i >= 0; i--) {
        double with = i >= score ? probabilities[i - score] : 0;
        probabilities[i] = (probabilities[i] + with) / 2;
      }
    }
    return Arrays.stream(probabilities).sum();
  }

  /**
   * The shift at which the scores above and below are in balance.
   *
   * @param differences at least one
   * @param means of each two differences, and of each with itself, ascending: between neighbours
   *     the scores do not change
   */
  public static double balanced(double[] differences, double[] means) {
    return (balanced(differences, means, -1) + balanced(differences, means, 0)) / 2;
  }

  /** The largest mean just below which the excess is more than a limit. */
  private static double balanced(double[] differences, double[] means, int limit) {
    int over = 0;
    int notOver = means.length;
    while (notOver - over > 1) {
      int middle = (over + notOver) >>> 1;
      if (of(differences, below(means, middle)).excess() > limit) {
        over = middle;
      } else {
        notOver = middle;
      }
    }
    return means[over];
  }

  private static double below(double[] means, int index) {
    int previous = index - 1;
    while (previous >= 0 && means[index] - means[previous] <= SAME) {
      previous--;
    }
    return previous < 0 ? means[index] - 1 : (means[previous] + means[index]) / 2;
  }
}
