package snapbench.analysis.verdict;

import java.util.Locale;

/** Why a verdict is what it is, in a sentence; for INCONCLUSIVE also what would settle it. */
public final class VerdictExplanation {
  private static final int MOST_TIMES_MORE = 10;

  private final PreparedSeries observed;
  private final RiseDetector pauses;
  private final double threshold;
  private final PlateauRule quiet;
  private final GrowthRule growing;
  private final FlatRule flat;
  private final GrowthEstimate growth;
  private final String unit;
  private final String cycle;
  private final String cycles;

  VerdictExplanation(
      PreparedSeries observed,
      PlateauRule quiet,
      GrowthRule growing,
      FlatRule flat,
      GrowthEstimate growth) {
    this.observed = observed;
    this.pauses = observed.pauses();
    this.threshold = observed.limits().growthPerCycle();
    this.quiet = quiet;
    this.growing = growing;
    this.flat = flat;
    this.growth = growth;
    Quantity quantity = observed.original().quantity();
    boolean isUnnamed = quantity.kind() == Quantity.Kind.COUNT || quantity.unit().isBlank();
    this.unit = isUnnamed ? "" : " " + quantity.unit();
    this.cycle = observed.known().per();
    this.cycles = Plural.of(cycle);
  }

  String of(Verdict verdict) {
    return switch (verdict) {
      case FLAT -> flat();
      case PLATEAU -> plateau();
      case GROWING -> growing();
      case INCONCLUSIVE -> inconclusive();
    };
  }

  private String flat() {
    String since = growth.fromCycle() > 0 ? " over " + span(growth) : " since the first reading";
    String once =
        pauses.hasRisen()
            ? "; what was added before, or once, is within the allowance of "
                + number(observed.limits().allowance())
                + unit
            : "";
    return "growth" + since + " stays below " + perCycle(threshold) + once;
  }

  private String plateau() {
    return "rose by "
        + number(quiet.rise())
        + unit
        + " until "
        + cycle
        + " "
        + number(quiet.lastRiseCycle())
        + " and has been quiet for "
        + count(pauses.quietCycles())
        + " since"
        + (observed.roundIsKnown() ? ", at least a whole round of " + number(observed.round()) : "")
        + (pauses.longestPause() > 0
            ? "; the longest pause that growth followed had " + number(pauses.longestPause())
            : "");
  }

  private String growing() {
    return "over "
        + span(growth)
        + ", the whole interval of growth lies above "
        + perCycle(threshold)
        + (growing.isApartFromSteps(growth) ? ", rare steps left out" : "")
        + ", and nothing hints at an end";
  }

  private String inconclusive() {
    if (observed.tooFewPoints()) {
      int readings = observed.original().size();
      return "only "
          + readings
          + (readings == 1 ? " reading" : " readings")
          + "; at least "
          + Judge.FEWEST_POINTS
          + " are needed";
    }
    if (observed.roundIsKnown() && !observed.hasTwoRounds()) {
      return inFirstRounds();
    }
    if (growing.deciding().lower() > threshold && growing.warmUpCyclesMissing() > 0) {
      return moved()
          + ", which may still be the process warming up; "
          + moreCycles(growing.warmUpCyclesMissing());
    }
    if (pauses.hasRisen() && mayHaveStopped()) {
      return "growth stopped "
          + count(pauses.quietCycles())
          + " ago"
          + (observed.risenSoFar() > 0
              ? ", after a rise of " + number(observed.risenSoFar()) + unit
              : "")
          + "; "
          + moreCycles(quiet.quietCyclesMissing());
    }
    if (growing.isFading()) {
      return "growth is fading; " + moreCycles(observed.cycles() / 2);
    }
    if (growing.deciding().lower() > threshold) {
      return "it grew by between " + interval(growing.deciding()) + ", " + whyNotGrowing();
    }
    if (flat.growth().upper() <= threshold) {
      return "growth stays below " + perCycle(threshold) + whyNotFlat();
    }
    if (growth.upper() <= threshold || growth.lower() > threshold) {
      return "growth is between "
          + interval(growth)
          + ", but not so in all parts of the series; "
          + moreCycles(observed.cycles() / 2);
    }
    return "growth is between "
        + interval(growth)
        + ", on both sides of the threshold of "
        + number(threshold)
        + unit
        + "; "
        + more();
  }

  /** Whether it has been quiet for longer than ever before, only not for long enough. */
  private boolean mayHaveStopped() {
    return quiet.quietCyclesMissing() > 0
        && (growing.seemsToHaveStopped()
            || (quiet.hasRisenForGood() && quiet.isQuietSinceLastRise()));
  }

  private String whyNotGrowing() {
    if (!(growing.lastRound().perCycle() > threshold)) {
      return "but not in the last of them; " + moreCycles(observed.cycles() / 2);
    }
    double missing = 2 * observed.round() - observed.cycles();
    return missing > 0
        ? "after a pause of %s, which is more than half of all; %s"
            .formatted(count(observed.round()), moreCycles(missing))
        : "but too seldom to be a trend; " + moreCycles(observed.cycles() / 2);
  }

  private String whyNotFlat() {
    return quiet.hasRisenForGood()
        ? " but for a rise by %s%s, and %s since are too few to call it the last; %s"
            .formatted(
                number(quiet.rise()),
                unit,
                count(pauses.quietCycles()),
                moreCycles(quiet.quietCyclesMissing()))
        : ", but has added up to %s%s; whether that matters is a question of how long it goes on"
            .formatted(number(observed.risenSoFar()), unit);
  }

  private String inFirstRounds() {
    double missing =
        Math.max(2 * observed.round() - observed.cycles(), growing.warmUpCyclesMissing());
    boolean first = observed.cycles() < observed.round();
    return moved()
        + ", "
        + (first
            ? "which may still be the first round of " + number(observed.round())
            : "and has not had two rounds of " + number(observed.round()))
        + "; "
        + moreCycles(missing);
  }

  private String moved() {
    double rise = observed.risenSoFar();
    return (rise < 0 ? "has fallen by " : "has risen by ")
        + number(Math.abs(rise))
        + unit
        + " in "
        + count(observed.cycles());
  }

  /** The interval's width falls with the cycles to the power of 1/2 at least. */
  private String more() {
    double distance = Math.abs(growth.perCycle() - threshold);
    double times = Math.pow(growth.halfWidth() / distance, 2) - 1;
    return times > MOST_TIMES_MORE
        ? "it is too close to the threshold to be settled by ten times as many " + cycles
        : "about " + moreCycles(Math.max(observed.cycles() * times, 5));
  }

  private String moreCycles(double missing) {
    long whole = (long) Math.max(1, Math.ceil(missing));
    return whole == 1
        ? "1 more " + cycle + " decides"
        : number((double) whole) + " more " + cycles + " decide";
  }

  private String count(double of) {
    return number(of) + " " + (of == 1 ? cycle : cycles);
  }

  private String interval(GrowthEstimate of) {
    return number(of.lower()) + " and " + perCycle(of.upper());
  }

  private String perCycle(double value) {
    return number(value) + unit + " per " + cycle;
  }

  private String span(GrowthEstimate growth) {
    return cycles + " " + number(growth.fromCycle()) + " to " + number(growth.toCycle());
  }

  /** Whole from 100 on, otherwise three significant digits. */
  public static String number(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return "unknown";
    }
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
    return String.format(Locale.ROOT, "%." + Math.min(digits, 8) + "f", value)
        .replaceAll("(\\.\\d*?)0+$", "$1")
        .replaceAll("\\.$", "");
  }
}
