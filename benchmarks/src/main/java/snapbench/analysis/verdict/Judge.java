package snapbench.analysis.verdict;

/**
 * Judges a series: flat, plateau, growing or inconclusive, by rounds.
 *
 * <p>In this order. PLATEAU: it rose by more than the allowance and stayed there, and since the
 * last rise ({@link RiseDetector}) it has been quiet for a whole round and for longer than any
 * earlier pause that was followed by growth. GROWING: after at least two rounds, the interval of
 * growth ({@link LocalLevelModel}) over the last round and since, at least over half of what came
 * after the first round, lies above the threshold, there is a trend ({@link MannKendall}), and
 * nothing hints that growth has stopped or is fading. FLAT: it did not rise by more than the
 * allowance and stay there, and the interval of growth since the first round reaches no higher than
 * the threshold; what falls does not grow. INCONCLUSIVE: anything else.
 *
 * <p>Where the round is unknown, the longest earlier pause takes its place, and all readings count.
 * HampelFilter are replaced first ({@link HampelFilter}), and a series of more than 1,000 points is
 * judged by the medians over 1,000 equal runs ({@link Downsampling}).
 */
public final class Judge {
  /** Fewest readings that can be anything but inconclusive. */
  public static final int FEWEST_POINTS = 8;

  /**
   * Fewest readings since the last rise, or since the first round, that say something by
   * themselves.
   */
  static final int FEWEST_QUIET_POINTS = 5;

  private Judge() {}

  /** What may be added to a series once, in its unit; 0 where it is empty. */
  public static double allowance(Series series, SeriesContext context) {
    return series.size() == 0 ? 0 : Limits.of(series, context, 0).allowance();
  }

  /**
   * Judges a series.
   *
   * @param series a value for each reading; the first is the one before the first cycle
   * @param context what is known beside it, and how strictly to judge
   */
  public static Judgement judge(Series series, SeriesContext context) {
    Evidence evidence = new Evidence(series, context);
    if (evidence.observed().tooFewPoints()) {
      return evidence.judgement(Verdict.INCONCLUSIVE, evidence.growing().recent());
    }
    if (evidence.quiet().isPlateau()) {
      return evidence.judgement(Verdict.PLATEAU, evidence.quiet().sinceLastRise());
    }
    if (evidence.growing().isGrowing()) {
      return evidence.judgement(Verdict.GROWING, evidence.growing().deciding());
    }
    if (evidence.flat().isFlat()) {
      return evidence.judgement(Verdict.FLAT, evidence.flat().growth());
    }
    return evidence.judgement(Verdict.INCONCLUSIVE, evidence.growing().recent());
  }
}
