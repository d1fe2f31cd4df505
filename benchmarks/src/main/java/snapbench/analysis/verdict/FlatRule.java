package snapbench.analysis.verdict;

import org.jspecify.annotations.Nullable;
import snapbench.analysis.stats.Medians;

/** Whether a series is flat: no growth that matters, and nothing that has added up. */
final class FlatRule {
  /** More steps than these are no one-time costs. */
  private static final int MOST_STEPS_OF_FLAT = 3;

  private final PreparedSeries observed;
  private final PlateauRule quiet;
  private final Series series;
  private final SeriesContext known;
  private final Limits limits;
  private @Nullable GrowthEstimate flat;
  private @Nullable GrowthEstimate sinceFirstRound;

  FlatRule(PreparedSeries observed, PlateauRule quiet) {
    this.observed = observed;
    this.quiet = quiet;
    this.series = observed.series();
    this.known = observed.known();
    this.limits = observed.limits();
  }

  /**
   * GrowthEstimate from the end of the first round on; of all where the round is unknown or not
   * over.
   */
  private GrowthEstimate sinceFirstRound() {
    if (sinceFirstRound == null) {
      sinceFirstRound = observed.growth(observed.firstRoundEnd());
    }
    return sinceFirstRound;
  }

  boolean isFlat() {
    return !quiet.hasRisenForGood() && growth().upper() <= limits.growthPerCycle() && !hasAddedUp();
  }

  /**
   * Whether the last readings are above the first by more than what may be added once: through
   * growth that is too small to matter per cycle, or otherwise.
   */
  boolean hasAddedUp() {
    double few =
        Math.max(
            limits.allowance(),
            known.thresholds().allowanceOfBaseline() * Math.abs(series.value(0)));
    double late =
        Medians.of(series.from(Math.max(0, series.size() - Judge.FEWEST_QUIET_POINTS)).values());
    return late - series.value(0) > few;
  }

  /**
   * The growth that decides whether it is flat: since the first round, that apart from rare steps,
   * or since the last rise if that is long ago; what was added once within the allowance is no
   * growth.
   */
  GrowthEstimate growth() {
    if (flat == null) {
      Series cycles = series.from(series.indexOf(sinceFirstRound().fromCycle()));
      Series without = OneTimeSteps.removed(cycles, limits.step(), MOST_STEPS_OF_FLAT, true);
      GrowthEstimate steps = observed.growth(without, cycles, sinceFirstRound());
      flat = steps.upper() < sinceFirstRound().upper() ? steps : sinceFirstRound();
      if (quiet.hasBeenQuietForLong() && quiet.sinceLastRise().upper() < flat.upper()) {
        flat = quiet.sinceLastRise();
      }
    }
    return flat;
  }
}
