package snapbench.analysis.comparison;

import snapbench.results.files.InvalidInputException;

/**
 * When a difference counts.
 *
 * @param minimumEffect the smallest difference in speed that matters, as a share
 * @param minimumMemoryEffect the same for memory
 * @param alpha the level of the rank test; the interval's is one minus that
 */
public record Criteria(double minimumEffect, double minimumMemoryEffect, double alpha) {
  /** Forks that each side needs for a decision. */
  public static final int MINIMUM_FORKS = 10;

  /** 2 % for speed, 1 % for memory, at a level of 5 %. */
  public static final Criteria STANDARD = new Criteria(0.02, 0.01, 0.05);

  /** Checks that they are shares. */
  public Criteria {
    if (!isShare(minimumEffect) || !isShare(minimumMemoryEffect) || !isShare(alpha)) {
      throw new IllegalArgumentException(
          "not shares: " + minimumEffect + ", " + minimumMemoryEffect + ", " + alpha);
    }
  }

  /**
   * Takes them from a command line.
   *
   * @throws InvalidInputException naming the option that is not above 0 and below 1
   */
  public static Criteria parse(double minimumEffect, double minimumMemoryEffect, double alpha)
      throws InvalidInputException {
    InvalidInputException.checkShare("--minimum-effect", minimumEffect);
    InvalidInputException.checkShare("--minimum-memory-effect", minimumMemoryEffect);
    InvalidInputException.checkShare("--alpha", alpha);
    return new Criteria(minimumEffect, minimumMemoryEffect, alpha);
  }

  /**
   * Pairs of forks that each comparison needs so that a difference can be significant: among n
   * pairs the smallest p-value of the signed rank test is 2 to the power of 1 - n, and Holm's
   * correction multiplies it by the number of comparisons.
   *
   * @param comparisons how many are made, at least one
   */
  public int pairsNeeded(int comparisons) {
    double pairs = 1 + Math.log(comparisons / alpha) / Math.log(2);
    return Math.max(MINIMUM_FORKS, (int) Math.ceil(pairs));
  }

  private static boolean isShare(double value) {
    return value > 0 && value < 1;
  }

  /**
   * The word for a difference.
   *
   * <p>Better or worse: significant, and the estimate is beyond the minimum effect. Same: the whole
   * interval is within it. The minimum effect is a factor: 2 % reach from 1/1.02 to 1.02, so that
   * the word is mirrored when the two sides change places.
   *
   * @param estimate the ratio and its interval
   * @param pValue corrected where needed
   * @param measure what was measured
   * @param higherIsBetter whether a ratio above 1 is good
   */
  Outcome outcome(RatioEstimate estimate, double pValue, Measure measure, boolean higherIsBetter) {
    double factor = 1 + (measure.isMemory() ? minimumMemoryEffect : minimumEffect);
    boolean higher = estimate.ratio() > factor;
    boolean lower = estimate.ratio() < 1 / factor;
    if (pValue <= alpha && (higher || lower)) {
      return higher == higherIsBetter ? Outcome.BETTER : Outcome.WORSE;
    }
    boolean within = estimate.lower() >= 1 / factor && estimate.upper() <= factor;
    return within ? Outcome.SAME : Outcome.INCONCLUSIVE;
  }
}
