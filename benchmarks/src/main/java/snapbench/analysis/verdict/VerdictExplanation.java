package snapbench.analysis.verdict;

import static snapbench.analysis.verdict.SeriesText.number;

/** Why a verdict is what it is, in a sentence; for INCONCLUSIVE also what would settle it. */
record VerdictExplanation(
    PreparedSeries observed,
    PlateauRule quiet,
    GrowthRule growing,
    FlatRule flat,
    GrowthEstimate growth) {
  private static final int MOST_TIMES_MORE = 10;

  String of(Verdict verdict) {
    return switch (verdict) {
      case FLAT -> becauseFlat();
      case PLATEAU -> becausePlateau();
      case GROWING -> becauseGrowing();
      case INCONCLUSIVE -> whyInconclusive();
    };
  }

  private RiseDetector pauses() {
    return observed.pauses();
  }

  private double threshold() {
    return observed.limits().growthPerCycle();
  }

  private String cycle() {
    return observed.known().per();
  }

  private String cycles() {
    return SeriesText.plural(cycle());
  }

  private String becauseFlat() {
    String since = growth.fromCycle() > 0 ? "over " + span(growth) : "since the first reading";
    String once =
        pauses().hasRisen()
            ? "; what was added before, or once, is within the allowance of "
                + amount(observed.limits().allowance())
            : "";
    return "growth %s stays below %s%s".formatted(since, perCycle(threshold()), once);
  }

  private String becausePlateau() {
    String round =
        observed.roundIsKnown() ? ", at least a whole round of " + number(observed.round()) : "";
    String pause =
        pauses().longestPause() > 0
            ? "; the longest pause that growth followed had " + number(pauses().longestPause())
            : "";
    return "rose by %s until %s %s and has been quiet for %s since%s%s"
        .formatted(
            amount(quiet.rise()),
            cycle(),
            number(quiet.lastRiseCycle()),
            count(pauses().quietCycles()),
            round,
            pause);
  }

  private String becauseGrowing() {
    return "over %s, the whole interval of growth lies above %s%s, and nothing hints at an end"
        .formatted(
            span(growth),
            perCycle(threshold()),
            growing.isApartFromSteps(growth) ? ", rare steps left out" : "");
  }

  private String whyInconclusive() {
    if (observed.tooFewPoints()) {
      int readings = observed.original().size();
      return "only %s %s; at least %s are needed"
          .formatted(readings, readings == 1 ? "reading" : "readings", Judge.FEWEST_POINTS);
    }
    if (observed.roundIsKnown() && !observed.hasTwoRounds()) {
      return inFirstRounds();
    }
    if (growing.deciding().lower() > threshold() && growing.warmUpCyclesMissing() > 0) {
      return moved()
          + ", which may still be the process warming up; "
          + moreCycles(growing.warmUpCyclesMissing());
    }
    double rise = observed.risenSoFar();
    if (pauses().hasRisen() && mayHaveStopped()) {
      return "growth stopped %s ago%s; %s"
          .formatted(
              count(pauses().quietCycles()),
              rise > 0 ? ", after a rise of " + amount(rise) : "",
              moreCycles(quiet.quietCyclesMissing()));
    }
    String half = moreCycles(observed.cycles() / 2);
    if (growing.isFading()) {
      return "growth is fading; " + half;
    }
    if (growing.deciding().lower() > threshold()) {
      return "it grew by between %s, %s"
          .formatted(interval(growing.deciding()), whyNotGrowing(half));
    }
    if (flat.growth().upper() <= threshold()) {
      return "growth stays below " + perCycle(threshold()) + whyNotFlat();
    }
    if (growth.upper() <= threshold() || growth.lower() > threshold()) {
      return "growth is between %s, but not so in all parts of the series; %s"
          .formatted(interval(growth), half);
    }
    return "growth is between %s, on both sides of the threshold of %s; %s"
        .formatted(interval(growth), amount(threshold()), more());
  }

  /** Whether it has been quiet for longer than ever before, only not for long enough. */
  private boolean mayHaveStopped() {
    return quiet.quietCyclesMissing() > 0
        && (growing.seemsToHaveStopped()
            || (quiet.hasRisenForGood() && quiet.isQuietSinceLastRise()));
  }

  private String whyNotGrowing(String half) {
    if (!(growing.lastRound().perCycle() > threshold())) {
      return "but not in the last of them; " + half;
    }
    double missing = 2 * observed.round() - observed.cycles();
    return missing > 0
        ? "after a pause of %s, which is more than half of all; %s"
            .formatted(count(observed.round()), moreCycles(missing))
        : "but too seldom to be a trend; " + half;
  }

  private String whyNotFlat() {
    return quiet.hasRisenForGood()
        ? " but for a rise by %s, and %s since are too few to call it the last; %s"
            .formatted(
                amount(quiet.rise()),
                count(pauses().quietCycles()),
                moreCycles(quiet.quietCyclesMissing()))
        : ", but has added up to %s; whether that matters is a question of how long it goes on"
            .formatted(amount(observed.risenSoFar()));
  }

  private String inFirstRounds() {
    double round = observed.round();
    double missing = Math.max(2 * round - observed.cycles(), growing.warmUpCyclesMissing());
    String rounds =
        observed.cycles() < round
            ? "which may still be the first round of "
            : "and has not had two rounds of ";
    return moved() + ", " + rounds + number(round) + "; " + moreCycles(missing);
  }

  private String moved() {
    double rise = observed.risenSoFar();
    return "has %s by %s in %s"
        .formatted(rise < 0 ? "fallen" : "risen", amount(Math.abs(rise)), count(observed.cycles()));
  }

  /** The interval's width falls with the cycles() to the power of 1/2 at least. */
  private String more() {
    double distance = Math.abs(growth.perCycle() - threshold());
    double times = Math.pow(growth.halfWidth() / distance, 2) - 1;
    return times > MOST_TIMES_MORE
        ? "it is too close to the threshold to be settled by ten times as many " + cycles()
        : "about " + moreCycles(Math.max(observed.cycles() * times, 5 * observed.spacing()));
  }

  private String moreCycles(double missing) {
    long whole = (long) Math.max(1, Math.ceil(missing));
    return whole == 1
        ? "1 more " + cycle() + " decides"
        : number((double) whole) + " more " + cycles() + " decide";
  }

  private String count(double of) {
    return number(of) + " " + (of == 1 ? cycle() : cycles());
  }

  private String interval(GrowthEstimate of) {
    return number(of.lower()) + " and " + perCycle(of.upper());
  }

  private String amount(double value) {
    Quantity quantity = observed.original().quantity();
    boolean isUnnamed = quantity.kind() == Quantity.Kind.COUNT || quantity.unit().isBlank();
    return number(value) + (isUnnamed ? "" : " " + quantity.unit());
  }

  private String perCycle(double value) {
    return amount(value) + " per " + cycle();
  }

  private String span(GrowthEstimate growth) {
    return cycles() + " " + number(growth.fromCycle()) + " to " + number(growth.toCycle());
  }
}
