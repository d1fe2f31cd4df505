package snapbench.analysis.verdict;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a series shows, each thing worked out when it is first asked for. */
public final class Evidence {
  /** Power at which the detectable growth is stated. */
  private static final double POWER = 0.95;

  private final PreparedSeries observed;
  private final PlateauRule quiet;
  private final GrowthRule growing;
  private final FlatRule flat;

  public Evidence(Series series, SeriesContext known) {
    observed = new PreparedSeries(series, known);
    quiet = new PlateauRule(observed);
    growing = new GrowthRule(observed);
    flat = new FlatRule(observed, quiet);
  }

  public PreparedSeries observed() {
    return observed;
  }

  PlateauRule quiet() {
    return quiet;
  }

  GrowthRule growing() {
    return growing;
  }

  FlatRule flat() {
    return flat;
  }

  /** Whether it has been quiet for longer than ever before, only not for long enough. */
  boolean mayHaveStopped() {
    return quiet.quietCyclesMissing() > 0
        && (growing.seemsToHaveStopped()
            || (quiet.hasRisenForGood() && quiet.isQuietSinceLastRise()));
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
    return observed.series().quantity().kind() == Quantity.Kind.COUNT
        ? Math.max(
            found, GrowthRule.FEWEST_COUNTED / (observed.last() - growing.recent().fromCycle()))
        : found;
  }

  Judgement judgement(Verdict verdict, GrowthEstimate growth) {
    Series original = observed.original();
    RiseDetector pauses = observed.pauses();
    int size = original.size();
    return new Judgement(
        original.quantity(),
        verdict,
        VerdictExplanation.of(verdict, this, growth, original.quantity()),
        growth,
        detectable(),
        observed.limits().growthPerCycle(),
        observed.cycles(),
        size,
        size == 0 ? Double.NaN : original.value(0),
        size == 0 ? Double.NaN : original.value(size - 1),
        pauses.riseCycles(),
        pauses.quietCycles(),
        pauses.longestPause(),
        growing.trendPValue(growth));
  }
}
