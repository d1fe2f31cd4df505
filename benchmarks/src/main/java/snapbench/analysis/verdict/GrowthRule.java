package snapbench.analysis.verdict;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private final SeriesContext known;
  private final Limits limits;
  private final RiseDetector pauses;
  private final Map<Integer, Double> trendPValues = new HashMap<>();
  private @Nullable GrowthEstimate recent;
  private @Nullable Series recentCycles;
  private @Nullable Series withoutSteps;
  private @Nullable GrowthEstimate steady;

  GrowthRule(PreparedSeries observed) {
    this.observed = observed;
    this.series = observed.series();
    this.known = observed.known();
    this.limits = observed.limits();
    this.pauses = observed.pauses();
  }

  /**
   * GrowthEstimate since the first round; where that is unknown, over the last three quarters.
   * Where it is fading, the later half instead, and so on: what began as a rise may go on as a
   * leak.
   */
  GrowthEstimate recent() {
    if (recent == null && observed.tooFewPoints()) {
      recent = observed.growth(0);
    }
    if (recent == null) {
      int quarter = series.indexOf(series.cycle(0) + observed.cycles() / 4);
      int fewest = Math.max(0, series.size() - Judge.FEWEST_POINTS);
      int from = observed.roundIsKnown() ? observed.firstRoundEnd() : Math.min(quarter, fewest);
      while (middle(from) <= fewest && isFading(from)) {
        from = middle(from);
      }
      recent = observed.growth(from);
    }
    return recent;
  }

  private int middle(int from) {
    return (from + series.size()) / 2;
  }

  /** Of the deciding growth, the last round and since, at least the later half. */
  GrowthEstimate lastRound() {
    Series cycles = decidesApartFromSteps() ? withoutSteps() : recentCycles();
    int from = Math.min(cycles.indexOf(startOfLastRound()), cycles.size() / 2);
    return LocalLevelModel.growth(cycles.from(from), known.alpha());
  }

  private double startOfLastRound() {
    double round = Math.max(1e-9, observed.round());
    double complete = Math.floor(observed.cycles() / round);
    return observed.roundIsKnown()
        ? series.cycle(0) + (complete - 1) * round
        : observed.last() - round;
  }

  /** The recent growth apart from rare steps, where it has any; otherwise the recent growth. */
  GrowthEstimate steady() {
    if (steady == null) {
      steady = observed.growth(withoutSteps(), recentCycles(), recent());
    }
    return steady;
  }

  private Series recentCycles() {
    if (recentCycles == null) {
      recentCycles = series.from(series.indexOf(recent().fromCycle()));
    }
    return recentCycles;
  }

  private Series withoutSteps() {
    if (withoutSteps == null) {
      withoutSteps = OneTimeSteps.removed(recentCycles(), limits.step(), Integer.MAX_VALUE, false);
    }
    return withoutSteps;
  }

  /** The growth that decides whether it is growing: the one that is more clearly above nothing. */
  GrowthEstimate deciding() {
    return decidesApartFromSteps() ? steady() : recent();
  }

  private boolean decidesApartFromSteps() {
    return steady().lower() > recent().lower();
  }

  boolean isGrowing() {
    return observed.hasTwoRounds()
        && warmUpCyclesMissing() <= 0
        && deciding().lower() > limits.growthPerCycle()
        && isMoreThanAFew()
        && lastRound().perCycle() > limits.growthPerCycle()
        && trendPValue(recent()) <= known.alpha()
        && !seemsToHaveStopped()
        && !isFading();
  }

  /** Whether a growth leaves rare steps out. */
  boolean isApartFromSteps(GrowthEstimate growth) {
    return decidesApartFromSteps() && growth.equals(steady());
  }

  /**
   * How many more cycles it takes until a testee's memory can be said to grow: while its JVM warms
   * up, compiling, its resident set does anyway.
   */
  double warmUpCyclesMissing() {
    return series.quantity().kind() == Quantity.Kind.MEMORY_KIB
            && observed.roundIsKnown()
            && isTestee()
        ? known.round() + WARM_UP_CYCLES - observed.cycles()
        : 0;
  }

  /** Where the database is known, it is a testee of ours that holds it. */
  private boolean isTestee() {
    return !Double.isNaN(known.databaseKiB());
  }

  /** Whether enough was added to be a trend: one or two things more are no leak of many. */
  private boolean isMoreThanAFew() {
    Series cycles = recentCycles();
    return series.quantity().kind() != Quantity.Kind.COUNT
        || cycles.value(cycles.size() - 1) - cycles.value(0) >= FEWEST_COUNTED;
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
    if (!pauses.hasRisen() || pauses.quietCycles() <= pauses.longestPause()) {
      return false;
    }
    int rise = pauses.lastRise();
    double expected = recent().perCycle() * pauses.quietCycles();
    double missing = expected - (series.value(series.size() - 1) - series.value(rise));
    return missing > expected / 2 && missing > 3 * Noise.withIrregularGrowth(series);
  }

  /** Whether growth is fading, and it is too late to look at the later half alone. */
  boolean isFading() {
    return isFading(series.indexOf(recent().fromCycle()));
  }

  /**
   * Whether the later half of growth is clearly less than the earlier, and would come to nothing
   * that matters if it went on fading like that for as long again, four times over.
   */
  private boolean isFading(int from) {
    int middle = middle(from);
    GrowthEstimate earlier =
        LocalLevelModel.growth(series.between(from, middle + 1), known.alpha());
    GrowthEstimate later = observed.growth(middle);
    if (!(later.upper() < earlier.lower())) {
      return false;
    }
    double ratio = Math.max(0, later.perCycle() / earlier.perCycle());
    double ahead = ratio + Math.pow(ratio, 2) + Math.pow(ratio, 3) + Math.pow(ratio, 4);
    return later.perCycle() * ahead / 4 <= limits.growthPerCycle();
  }
}
