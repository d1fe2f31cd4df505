package snapbench.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a series shows, each thing worked out when it is first asked for. */
final class Evidence {
  /** Power at which the detectable growth is stated. */
  private static final double POWER = 0.95;

  private final Observed observed;
  private final Quiet quiet;
  private final Growing growing;
  private final Flat flat;

  Evidence(Series series, Circumstances known) {
    observed = new Observed(series, known);
    quiet = new Quiet(observed);
    growing = new Growing(observed);
    flat = new Flat(observed, quiet);
  }

  Observed observed() {
    return observed;
  }

  Quiet quiet() {
    return quiet;
  }

  Growing growing() {
    return growing;
  }

  Flat flat() {
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
        ? Math.max(found, Growing.FEWEST_COUNTED / (observed.last() - growing.recent().fromCycle()))
        : found;
  }

  Judgement judgement(Verdict verdict, Growth growth) {
    Series original = observed.original();
    Pauses pauses = observed.pauses();
    int size = original.size();
    return new Judgement(
        original.quantity(),
        verdict,
        Reason.of(verdict, this, growth, original.quantity()),
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
