package snapbench.analysis.verdict;

import org.apache.commons.statistics.distribution.NormalDistribution;

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
 * Outliers are replaced first ({@link HampelFilter}), and a series of more than 1,000 points is
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

  /** Power at which the detectable growth is stated. */
  private static final double POWER = 0.95;

  private final PreparedSeries observed;
  private final PlateauRule quiet;
  private final GrowthRule growing;
  private final FlatRule flat;

  private Judge(PreparedSeries observed) {
    this.observed = observed;
    this.quiet = new PlateauRule(observed);
    this.growing = new GrowthRule(observed);
    this.flat = new FlatRule(observed, quiet);
  }

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
    return new Judge(PreparedSeries.of(series, context)).judge();
  }

  private Judgement judge() {
    if (observed.tooFewPoints()) {
      return judgement(Verdict.INCONCLUSIVE, growing.recent());
    }
    if (quiet.isPlateau()) {
      return judgement(Verdict.PLATEAU, quiet.sinceLastRise());
    }
    if (growing.isGrowing()) {
      return judgement(Verdict.GROWING, growing.deciding());
    }
    return flat.isFlat()
        ? judgement(Verdict.FLAT, flat.growth())
        : judgement(Verdict.INCONCLUSIVE, growing.recent());
  }

  /** The growth that would have been found with a probability of 95 %; NaN where none would. */
  private double detectable() {
    if (observed.tooFewPoints() || !observed.hasTwoRounds() || growing.warmUpCyclesMissing() > 0) {
      return Double.NaN;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double toPower =
        normal.inverseCumulativeProbability(POWER)
            / normal.inverseCumulativeProbability(1 - observed.known().alpha() / 2);
    double found =
        observed.limits().growthPerCycle() + growing.deciding().halfWidth() * (1 + toPower);
    double counted = observed.series().lastCycle() - growing.recent().fromCycle();
    return observed.series().quantity().kind() == Quantity.Kind.COUNT
        ? Math.max(found, GrowthRule.FEWEST_COUNTED / counted)
        : found;
  }

  private Judgement judgement(Verdict verdict, GrowthEstimate growth) {
    Series original = observed.original();
    RiseDetector pauses = observed.pauses();
    int size = original.size();
    return new Judgement(
        original.quantity(),
        verdict,
        new VerdictExplanation(observed, quiet, growing, flat, growth).of(verdict),
        growth,
        detectable(),
        observed.limits().growthPerCycle(),
        observed.cycles(),
        size,
        size == 0 ? Double.NaN : original.value(0),
        size == 0 ? Double.NaN : original.last(),
        pauses.rises(),
        pauses.quietCycles(),
        pauses.longestPause(),
        growing.trendPValue(growth));
  }
}
