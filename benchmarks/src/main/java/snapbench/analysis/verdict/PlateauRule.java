package snapbench.analysis.verdict;

import java.util.Arrays;

/** Whether a series has risen and been quiet since, and for how long it must be. */
record PlateauRule(PreparedSeries observed) {

  boolean isPlateau() {
    return hasRisenForGood() && hasBeenQuietForLong() && isQuietSinceLastRise();
  }

  /** How far the lowest reading since the last rise is above the first; 0 if it is not. */
  double rise() {
    Series series = observed.series();
    double lowest = Arrays.stream(series.from(lastRise()).values()).min().orElseThrow();
    return Math.max(0, lowest - series.value(0));
  }

  private int lastRise() {
    return observed.pauses().lastRise();
  }

  /** The cycle after which the last rise was seen. */
  double lastRiseCycle() {
    return observed.series().cycle(lastRise());
  }

  boolean hasRisenForGood() {
    return observed.pauses().hasRisen() && rise() > observed.limits().allowance();
  }

  GrowthEstimate sinceLastRise() {
    return observed.growth(lastRise());
  }

  /**
   * For a whole round and longer than any pause that growth followed; where the round is unknown,
   * for at least a quarter of all cycles.
   */
  boolean hasBeenQuietForLong() {
    double quiet = observed.pauses().quietCycles();
    double needed =
        observed.roundIsKnown()
            ? observed.round()
            : Math.max(observed.round(), observed.cycles() / 4);
    return quiet >= needed
        && quiet > observed.pauses().longestPause()
        && observed.series().size() - lastRise() >= Judge.FEWEST_QUIET_POINTS;
  }

  /** No growth that matters, as far as can be told; and clearly less than there was before. */
  boolean isQuietSinceLastRise() {
    Series series = observed.series();
    double threshold = observed.limits().growthPerCycle();
    GrowthEstimate since = sinceLastRise();
    double before =
        (series.value(lastRise()) - series.value(0)) / (lastRiseCycle() - series.cycle(0));
    return since.perCycle() - since.halfWidth() / 2 <= threshold
        && since.upper() <= Math.max(threshold, before / 2);
  }

  /** How many more quiet cycles make a plateau. */
  double quietCyclesMissing() {
    RiseDetector pauses = observed.pauses();
    double round =
        observed.roundIsKnown() ? observed.round() : (observed.cycles() - pauses.quietCycles()) / 3;
    double spacing = observed.spacing();
    double fewest = Judge.FEWEST_QUIET_POINTS * spacing;
    double needed = Math.max(pauses.longestPause() + spacing, Math.max(round, fewest));
    return needed - pauses.quietCycles();
  }
}
