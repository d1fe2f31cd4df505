package snapbench.analysis.verdict;

import org.jspecify.annotations.Nullable;

/** Whether a series has risen and been quiet since, and for how long it must be. */
final class PlateauRule {
  private final PreparedSeries observed;
  private final Series series;
  private final SeriesContext known;
  private final Limits limits;
  private final RiseDetector pauses;
  private @Nullable GrowthEstimate sinceLastRise;

  PlateauRule(PreparedSeries observed) {
    this.observed = observed;
    this.series = observed.series();
    this.known = observed.known();
    this.limits = observed.limits();
    this.pauses = observed.pauses();
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

  GrowthEstimate sinceLastRise() {
    if (sinceLastRise == null) {
      sinceLastRise = observed.growth(pauses.lastRise());
    }
    return sinceLastRise;
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
    return quiet
            >= (observed.roundIsKnown()
                ? known.round()
                : Math.max(observed.round(), observed.cycles() / 4))
        && quiet > pauses.longestPause()
        && series.size() - pauses.lastRise() >= Judge.FEWEST_QUIET_POINTS;
  }

  /** No growth that matters, as far as can be told; and clearly less than there was before. */
  boolean isQuietSinceLastRise() {
    GrowthEstimate since = sinceLastRise();
    int rise = pauses.lastRise();
    double before = (series.value(rise) - series.value(0)) / (series.cycle(rise) - series.cycle(0));
    return since.perCycle() - since.halfWidth() / 2 <= limits.growthPerCycle()
        && since.upper() <= Math.max(limits.growthPerCycle(), before / 2);
  }

  /** The cycle after which the last rise was seen. */
  double lastRiseCycle() {
    return series.cycle(pauses.lastRise());
  }

  /** How many more quiet cycles make a plateau. */
  double quietCyclesMissing() {
    double needed =
        Math.max(
            pauses.longestPause() + 1,
            Math.max(
                observed.roundIsKnown()
                    ? known.round()
                    : (observed.cycles() - pauses.quietCycles()) / 3,
                Judge.FEWEST_QUIET_POINTS));
    return needed - pauses.quietCycles();
  }
}
