package snapbench.analysis.verdict;

import java.util.HashMap;
import java.util.Map;

/** Whether a series grows, and whether that fades or seems to have stopped. */
public final class GrowthRule {
  /**
   * Chosen after one calibration at 4 threads: without it, 6 of 17 clean testees with memory
   * snapshots seemed to grow after 10 cycles and 1 of 17 that dump live after 20, none after 30.
   */
  public static final double WARM_UP_CYCLES = 20;

  /** What is counted must have been added so often in the cycles that decide. */
  static final int FEWEST_COUNTED = 3;

  private final PreparedSeries observed;
  private final Series series;
  private final double threshold;
  private final GrowthEstimate recent;
  private final Series recentCycles;
  private final Series withoutSteps;
  private final GrowthEstimate steady;
  private final Map<Integer, Double> trendPValues = new HashMap<>();

  GrowthRule(PreparedSeries observed) {
    this.observed = observed;
    this.series = observed.series();
    this.threshold = observed.limits().growthPerCycle();
    this.recent = observed.growth(observed.tooFewPoints() ? 0 : startOfRecent());
    this.recentCycles = series.from(series.indexOf(recent.fromCycle()));
    this.withoutSteps =
        OneTimeSteps.removed(recentCycles, observed.limits().step(), Integer.MAX_VALUE, false);
    this.steady = observed.growth(withoutSteps, recentCycles, recent);
  }

  private int startOfRecent() {
    int quarter = series.indexOf(series.cycle(0) + observed.cycles() / 4);
    int fewest = Math.max(0, series.size() - Judge.FEWEST_POINTS);
    int from = observed.roundIsKnown() ? observed.firstRoundEnd() : Math.min(quarter, fewest);
    while (middle(from) <= fewest && isFading(from)) {
      from = middle(from);
    }
    return from;
  }

  private int middle(int from) {
    return (from + series.size()) / 2;
  }

  /**
   * Growth since the first round; where that is unknown, over the last three quarters. Where it is
   * fading, the later half instead, and so on: what began as a rise may go on as a leak.
   */
  GrowthEstimate recent() {
    return recent;
  }

  /** Of the deciding growth, the last round and since, at least the later half. */
  GrowthEstimate lastRound() {
    Series cycles = decidesApartFromSteps() ? withoutSteps : recentCycles;
    int from = Math.min(cycles.indexOf(startOfLastRound()), cycles.size() / 2);
    return LocalLevelModel.growth(cycles.from(from), observed.known().alpha());
  }

  private double startOfLastRound() {
    double round = Math.max(1e-9, observed.round());
    double complete = Math.floor(observed.cycles() / round);
    return observed.roundIsKnown()
        ? series.cycle(0) + (complete - 1) * round
        : series.lastCycle() - round;
  }

  /**
   * The growth that decides whether it is growing: the recent one, or that apart from rare steps
   * where it is more clearly above nothing.
   */
  GrowthEstimate deciding() {
    return decidesApartFromSteps() ? steady : recent;
  }

  private boolean decidesApartFromSteps() {
    return steady.lower() > recent.lower();
  }

  boolean isGrowing() {
    return observed.hasTwoRounds()
        && warmUpCyclesMissing() <= 0
        && deciding().lower() > threshold
        && isMoreThanAFew()
        && lastRound().perCycle() > threshold
        && trendPValue(recent) <= observed.known().alpha()
        && !seemsToHaveStopped()
        && !isFading();
  }

  /** Whether a growth leaves rare steps out. */
  boolean isApartFromSteps(GrowthEstimate growth) {
    return decidesApartFromSteps() && growth.equals(steady);
  }

  /**
   * How many more cycles it takes until a testee's memory can be said to grow: while its JVM warms
   * up, compiling, its resident set does anyway. Where the database is known, it is a testee of
   * ours that holds it.
   */
  double warmUpCyclesMissing() {
    return series.quantity().kind() == Quantity.Kind.MEMORY_KIB
            && observed.roundIsKnown()
            && !Double.isNaN(observed.known().databaseKiB())
        ? observed.round() + WARM_UP_CYCLES - observed.cycles()
        : 0;
  }

  /** Whether enough was added to be a trend: one or two things more are no leak of many. */
  private boolean isMoreThanAFew() {
    return series.quantity().kind() != Quantity.Kind.COUNT
        || recentCycles.last() - recentCycles.value(0) >= FEWEST_COUNTED;
  }

  /** Two-sided, of no trend over the cycles that a growth is of. */
  double trendPValue(GrowthEstimate growth) {
    return series.size() == 0
        ? Double.NaN
        : trendPValues.computeIfAbsent(
            series.indexOf(growth.fromCycle()), from -> MannKendall.pValue(series.from(from)));
  }

  /**
   * Whether it has been quiet for longer than ever before growth, and lags behind what the growth
   * before would have come to by more than noise.
   */
  boolean seemsToHaveStopped() {
    RiseDetector pauses = observed.pauses();
    if (!pauses.hasRisen() || pauses.quietCycles() <= pauses.longestPause()) {
      return false;
    }
    double expected = recent.perCycle() * pauses.quietCycles();
    double missing = expected - (series.last() - series.value(pauses.lastRise()));
    return missing > expected / 2 && missing > 3 * Noise.withIrregularGrowth(series);
  }

  /** Whether growth is fading, and it is too late to look at the later half alone. */
  boolean isFading() {
    return isFading(series.indexOf(recent.fromCycle()));
  }

  /**
   * Whether the later half of growth is clearly less than the earlier, and would come to nothing
   * that matters if it went on fading like that for as long again, four times over.
   */
  private boolean isFading(int from) {
    int middle = middle(from);
    GrowthEstimate earlier =
        LocalLevelModel.growth(series.between(from, middle + 1), observed.known().alpha());
    GrowthEstimate later = observed.growth(middle);
    if (!(later.upper() < earlier.lower())) {
      return false;
    }
    double ratio = Math.max(0, later.perCycle() / earlier.perCycle());
    double ahead = ratio + Math.pow(ratio, 2) + Math.pow(ratio, 3) + Math.pow(ratio, 4);
    return later.perCycle() * ahead / 4 <= threshold;
  }
}
