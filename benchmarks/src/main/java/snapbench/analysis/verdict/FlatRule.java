package snapbench.analysis.verdict;

import org.jspecify.annotations.Nullable;
import snapbench.analysis.stats.Medians;

/** Whether a series is flat: no growth that matters, and nothing that has added up. */
final class FlatRule {
  /** More steps than these are no one-time costs. */
  private static final int MOST_STEPS_OF_FLAT = 3;

  private final PreparedSeries observed;
  private final PlateauRule quiet;
  private @Nullable GrowthEstimate growth;

  FlatRule(PreparedSeries observed, PlateauRule quiet) {
    this.observed = observed;
    this.quiet = quiet;
  }

  boolean isFlat() {
    return !quiet.hasRisenForGood()
        && growth().upper() <= observed.limits().growthPerCycle()
        && !hasAddedUp();
  }

  /**
   * Whether the last readings are above the first by more than what may be added once: through
   * growth that is too small to matter per cycle, or otherwise.
   */
  private boolean hasAddedUp() {
    Series series = observed.series();
    double share = Thresholds.ALLOWANCE_OF_BASELINE * Math.abs(series.value(0));
    double few = Math.max(observed.limits().allowance(), share);
    int late = Math.max(0, series.size() - Judge.FEWEST_QUIET_POINTS);
    return Medians.of(series.from(late).values()) - series.value(0) > few;
  }

  /**
   * The growth that decides whether it is flat: since the first round (of all where that is unknown
   * or not over), that apart from rare steps, or since the last rise if that is long ago; what was
   * added once within the allowance is no growth.
   */
  GrowthEstimate growth() {
    if (growth == null) {
      int start = observed.firstRoundEnd();
      growth = observed.growth(start);
      Series cycles = observed.series().from(start);
      Series without =
          OneTimeSteps.removed(cycles, observed.limits().step(), MOST_STEPS_OF_FLAT, true);
      growth = lesser(growth, observed.growth(without, cycles, growth));
      if (quiet.hasBeenQuietForLong()) {
        growth = lesser(growth, quiet.sinceLastRise());
      }
    }
    return growth;
  }

  private static GrowthEstimate lesser(GrowthEstimate one, GrowthEstimate other) {
    return other.upper() < one.upper() ? other : one;
  }
}
