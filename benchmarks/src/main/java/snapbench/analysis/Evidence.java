package snapbench.analysis;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** What a series shows, each thing worked out when it is first asked for. */
final class Evidence {
  /** Power at which the detectable growth is stated. */
  private static final double POWER = 0.95;

  /**
   * Chosen after one calibration at 4 threads: without it, 6 of 17 clean testees with memory
   * snapshots seemed to grow after 10 cycles and 1 of 17 that dump live after 20, none after 30.
   */
  private static final double WARM_UP_CYCLES = 20;

  /** What is counted must have been added so often in the cycles that decide. */
  private static final int FEWEST_COUNTED = 3;

  /** More steps than these are no one-time costs. */
  private static final int MOST_STEPS_OF_FLAT = 3;

  private final Series original;
  private final Series series;
  private final Circumstances known;
  private final Limits limits;
  private final Pauses pauses;
  private final Map<Integer, Growth> growths = new HashMap<>();
  private final Map<Integer, Double> trendPValues = new HashMap<>();
  private @Nullable Growth recent;
  private @Nullable Series recentCycles;
  private @Nullable Series withoutSteps;
  private @Nullable Growth steady;
  private @Nullable Growth flat;
  private @Nullable Growth sinceFirstRound;
  private @Nullable Growth sinceLastRise;

  Evidence(Series series, Circumstances known) {
    this.original = series;
    this.series = series.size() == 0 ? series : Outliers.replaced(Thinning.of(series));
    this.known = known;
    this.limits =
        series.size() == 0 ? new Limits(0, 0, 0) : Limits.of(series, known, Noise.of(this.series));
    this.pauses = Pauses.of(this.series, limits.step(), limits.growthPerCycle() / 2);
  }

  Limits limits() {
    return limits;
  }

  Pauses pauses() {
    return pauses;
  }

  Circumstances known() {
    return known;
  }

  int points() {
    return original.size();
  }

  boolean tooFewPoints() {
    return series.size() < Judge.FEWEST_POINTS;
  }

  /** From the first reading to the last. */
  double cycles() {
    return series.size() == 0 ? Double.NaN : last() - series.cycle(0);
  }

  private double last() {
    return series.cycle(series.size() - 1);
  }

  boolean roundIsKnown() {
    return !Double.isNaN(known.round());
  }

  /** The round or, where it is unknown, the longest pause that growth followed. */
  double round() {
    return roundIsKnown() ? known.round() : pauses.longestPause();
  }

  boolean hasTwoRounds() {
    return cycles() >= 2 * round();
  }

  /** How far the lowest reading since the last rise is above the first; 0 if it is not. */
  double rise() {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = pauses.lastRise(); i < series.size(); i++) {
      lowest = Math.min(lowest, series.value(i));
    }
    return Math.max(0, lowest - series.value(0));
  }

  boolean hasRisenForGood() {
    return pauses.hasRisen() && rise() > limits.allowance();
  }

  /** Growth from the end of the first round on; of all where the round is unknown or not over. */
  Growth sinceFirstRound() {
    if (sinceFirstRound == null) {
      sinceFirstRound = growth(firstRoundEnd());
    }
    return sinceFirstRound;
  }

  private int firstRoundEnd() {
    if (!roundIsKnown()) {
      return 0;
    }
    int end = series.indexOf(series.cycle(0) + known.round());
    return series.size() - end < Judge.FEWEST_QUIET_POINTS ? 0 : end;
  }

  /**
   * Growth since the first round; where that is unknown, over the last three quarters. Where it is
   * fading, the later half instead, and so on: what began as a rise may go on as a leak.
   */
  Growth recent() {
    if (recent == null && tooFewPoints()) {
      recent = growth(0);
    }
    if (recent == null) {
      int quarter = series.indexOf(series.cycle(0) + cycles() / 4);
      int fewest = Math.max(0, series.size() - Judge.FEWEST_POINTS);
      int from = roundIsKnown() ? firstRoundEnd() : Math.min(quarter, fewest);
      while (middle(from) <= fewest && isFading(from)) {
        from = middle(from);
      }
      recent = growth(from);
    }
    return recent;
  }

  private int middle(int from) {
    return (from + series.size()) / 2;
  }

  /** Of the deciding growth, the last round and since, at least the later half. */
  Growth lastRound() {
    Series cycles = decidesApartFromSteps() ? withoutSteps() : recentCycles();
    int from = Math.min(cycles.indexOf(startOfLastRound()), cycles.size() / 2);
    return LocalLevelModel.growth(cycles.from(from), known.alpha());
  }

  private double startOfLastRound() {
    double round = Math.max(1e-9, round());
    double complete = Math.floor(cycles() / round);
    return roundIsKnown() ? series.cycle(0) + (complete - 1) * round : last() - round;
  }

  Growth sinceLastRise() {
    if (sinceLastRise == null) {
      sinceLastRise = growth(pauses.lastRise());
    }
    return sinceLastRise;
  }

  private Growth growth(int from) {
    return growths.computeIfAbsent(
        from, index -> LocalLevelModel.growth(series.from(index), known.alpha()));
  }

  boolean isPlateau() {
    return hasRisenForGood() && hasBeenQuietForLong() && isQuietSinceLastRise();
  }

  /**
   * For a whole round and longer than any pause that growth followed; where the round is unknown,
   * for at least a quarter of all cycles.
   */
  boolean hasBeenQuietForLong() {
    double quiet = pauses.quietCycles();
    return quiet >= (roundIsKnown() ? known.round() : Math.max(round(), cycles() / 4))
        && quiet > pauses.longestPause()
        && series.size() - pauses.lastRise() >= Judge.FEWEST_QUIET_POINTS;
  }

  /** No growth that matters, as far as can be told; and clearly less than there was before. */
  private boolean isQuietSinceLastRise() {
    Growth since = sinceLastRise();
    int rise = pauses.lastRise();
    double before = (series.value(rise) - series.value(0)) / (series.cycle(rise) - series.cycle(0));
    return since.perCycle() - since.halfWidth() / 2 <= limits.growthPerCycle()
        && since.upper() <= Math.max(limits.growthPerCycle(), before / 2);
  }

  /** The recent growth apart from rare steps, where it has any; otherwise the recent growth. */
  Growth steady() {
    if (steady == null) {
      steady =
          isSame(withoutSteps(), recentCycles())
              ? recent()
              : LocalLevelModel.growth(withoutSteps(), known.alpha());
    }
    return steady;
  }

  /** Whether there was nothing to take out: then there is nothing to compute again. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Series one, Series other) {
    return one == other;
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
  Growth deciding() {
    return decidesApartFromSteps() ? steady() : recent();
  }

  private boolean decidesApartFromSteps() {
    return steady().lower() > recent().lower();
  }

  boolean isGrowing() {
    return hasTwoRounds()
        && warmUpCyclesMissing() <= 0
        && deciding().lower() > limits.growthPerCycle()
        && isMoreThanAFew()
        && lastRound().perCycle() > limits.growthPerCycle()
        && trendPValue(recent()) <= known.alpha()
        && !seemsToHaveStopped()
        && !isFading();
  }

  /** Whether a growth leaves rare steps out. */
  boolean isApartFromSteps(Growth growth) {
    return decidesApartFromSteps() && growth.equals(steady());
  }

  /** The cycle after which the last rise was seen. */
  double lastRiseCycle() {
    return series.cycle(pauses.lastRise());
  }

  /** How far the last reading is above the first. */
  double risenSoFar() {
    return series.value(series.size() - 1) - series.value(0);
  }

  /** Whether it has been quiet for longer than ever before, only not for long enough. */
  boolean mayHaveStopped() {
    return quietCyclesMissing() > 0
        && (seemsToHaveStopped() || (hasRisenForGood() && isQuietSinceLastRise()));
  }

  /** How many more quiet cycles make a plateau. */
  double quietCyclesMissing() {
    double needed =
        Math.max(
            pauses.longestPause() + 1,
            Math.max(
                roundIsKnown() ? known.round() : (cycles() - pauses.quietCycles()) / 3,
                Judge.FEWEST_QUIET_POINTS));
    return needed - pauses.quietCycles();
  }

  /**
   * How many more cycles it takes until a testee's memory can be said to grow: while its JVM warms
   * up, compiling, its resident set does anyway.
   */
  double warmUpCyclesMissing() {
    return series.quantity().kind() == Quantity.Kind.MEMORY_KIB && roundIsKnown() && isTestee()
        ? known.round() + WARM_UP_CYCLES - cycles()
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
  double trendPValue(Growth growth) {
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
    Growth earlier = LocalLevelModel.growth(series.between(from, middle + 1), known.alpha());
    Growth later = growth(middle);
    if (!(later.upper() < earlier.lower())) {
      return false;
    }
    double ratio = Math.max(0, later.perCycle() / earlier.perCycle());
    double ahead = ratio + Math.pow(ratio, 2) + Math.pow(ratio, 3) + Math.pow(ratio, 4);
    return later.perCycle() * ahead / 4 <= limits.growthPerCycle();
  }

  boolean isFlat() {
    return !hasRisenForGood() && flat().upper() <= limits.growthPerCycle() && !hasDrifted();
  }

  /**
   * Whether growth that is too small to matter per cycle is there all the same and, over so many
   * cycles, has added up to what does.
   */
  boolean hasDrifted() {
    double few =
        Math.max(
            limits.allowance(),
            known.thresholds().allowanceOfBaseline() * Math.abs(series.value(0)));
    double late =
        Medians.of(series.from(Math.max(0, series.size() - Judge.FEWEST_QUIET_POINTS)).values());
    return flat().lower() > 0 && late - series.value(0) > few;
  }

  /**
   * The growth that decides whether it is flat: since the first round, that apart from rare steps,
   * or since the last rise if that is long ago; what was added once within the allowance is no
   * growth.
   */
  Growth flat() {
    if (flat == null) {
      Series cycles = series.from(series.indexOf(sinceFirstRound().fromCycle()));
      Series without = OneTimeSteps.removed(cycles, limits.step(), MOST_STEPS_OF_FLAT, true);
      Growth steps =
          isSame(without, cycles)
              ? sinceFirstRound()
              : LocalLevelModel.growth(without, known.alpha());
      flat = steps.upper() < sinceFirstRound().upper() ? steps : sinceFirstRound();
      if (hasBeenQuietForLong() && sinceLastRise().upper() < flat.upper()) {
        flat = sinceLastRise();
      }
    }
    return flat;
  }

  /** The growth that would have been found with a probability of 95 %; NaN where none would. */
  private double detectable() {
    if (tooFewPoints() || !hasTwoRounds()) {
      return Double.NaN;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double toPower =
        normal.inverseCumulativeProbability(POWER)
            / normal.inverseCumulativeProbability(1 - known.alpha() / 2);
    double found = limits.growthPerCycle() + deciding().halfWidth() * (1 + toPower);
    return series.quantity().kind() == Quantity.Kind.COUNT
        ? Math.max(found, FEWEST_COUNTED / (last() - recent().fromCycle()))
        : found;
  }

  Judgement judgement(Verdict verdict, Growth growth) {
    int size = original.size();
    return new Judgement(
        original.quantity(),
        verdict,
        Reason.of(verdict, this, growth, original.quantity()),
        growth,
        detectable(),
        limits.growthPerCycle(),
        cycles(),
        size,
        size == 0 ? Double.NaN : original.value(0),
        size == 0 ? Double.NaN : original.value(size - 1),
        pauses.riseCycles(),
        pauses.quietCycles(),
        pauses.longestPause(),
        trendPValue(growth));
  }
}
