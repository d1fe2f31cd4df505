package snapbench.analysis;

import java.util.Locale;

/** Why a verdict is what it is, in a sentence; for INCONCLUSIVE also what would settle it. */
final class Reason {
  private static final int MOST_TIMES_MORE = 10;

  private final Evidence evidence;
  private final Growth growth;
  private final String unit;

  private Reason(Evidence evidence, Growth growth, Quantity quantity) {
    this.evidence = evidence;
    this.growth = growth;
    this.unit = isUnnamed(quantity) ? "" : " " + quantity.unit();
  }

  private static boolean isUnnamed(Quantity quantity) {
    return quantity.kind() == Quantity.Kind.COUNT || quantity.unit().isBlank();
  }

  static String of(Verdict verdict, Evidence evidence, Growth growth, Quantity quantity) {
    Reason reason = new Reason(evidence, growth, quantity);
    return switch (verdict) {
      case FLAT -> reason.flat();
      case PLATEAU -> reason.plateau();
      case GROWING -> reason.growing();
      case INCONCLUSIVE -> reason.inconclusive();
    };
  }

  private String flat() {
    String since =
        growth.fromCycle() > 0 ? " over cycles " + span(growth) : " since the first reading";
    String once =
        evidence.pauses().hasRisen()
            ? "; what was added before, or once, is within the allowance of "
                + number(evidence.limits().allowance())
                + unit
            : "";
    return "growth" + since + " stays below " + perCycle(evidence.limits().growthPerCycle()) + once;
  }

  private String plateau() {
    return "rose by "
        + number(evidence.rise())
        + unit
        + " until cycle "
        + number(evidence.lastRiseCycle())
        + " and has been quiet for "
        + number(evidence.pauses().quietCycles())
        + " cycles since"
        + (evidence.roundIsKnown() ? ", at least a whole round of " + number(evidence.round()) : "")
        + (evidence.pauses().longestPause() > 0
            ? "; the longest pause that growth followed had "
                + number(evidence.pauses().longestPause())
            : "");
  }

  private String growing() {
    return "over cycles "
        + span(growth)
        + ", the whole interval of growth lies above "
        + perCycle(evidence.limits().growthPerCycle())
        + (evidence.isApartFromSteps(growth) ? ", rare steps left out" : "")
        + ", and nothing hints at an end";
  }

  private String inconclusive() {
    if (evidence.tooFewPoints()) {
      return "only "
          + evidence.points()
          + " readings; at least "
          + Judge.FEWEST_POINTS
          + " are needed";
    }
    if (evidence.roundIsKnown() && evidence.cycles() < 2 * evidence.round()) {
      return inFirstRounds();
    }
    if (evidence.deciding().lower() > evidence.limits().growthPerCycle()
        && evidence.warmUpCyclesMissing() > 0) {
      return "has risen by "
          + number(evidence.risenSoFar())
          + unit
          + " in "
          + number(evidence.cycles())
          + " cycles, which may still be the JVM warming up; "
          + moreCycles(evidence.warmUpCyclesMissing());
    }
    if (evidence.pauses().hasRisen() && evidence.mayHaveStopped()) {
      return "growth stopped "
          + number(evidence.pauses().quietCycles())
          + " cycles ago, after a rise of "
          + number(evidence.risenSoFar())
          + unit
          + "; "
          + moreCycles(evidence.quietCyclesMissing());
    }
    if (evidence.isFading()) {
      return "growth is fading; " + moreCycles(evidence.cycles() / 2);
    }
    if (evidence.pauses().hasRisen()
        && evidence.deciding().lower() > evidence.limits().growthPerCycle()) {
      return "it grew by "
          + interval()
          + " per cycle, but not in the last of them; "
          + moreCycles(evidence.cycles() / 2);
    }
    if (evidence.flat().upper() <= evidence.limits().growthPerCycle() && evidence.hasDrifted()) {
      return "growth stays below "
          + perCycle(evidence.limits().growthPerCycle())
          + ", but has added up to "
          + number(evidence.risenSoFar())
          + unit
          + "; whether that matters is a question of how long it goes on";
    }
    return "growth is between "
        + interval()
        + " per cycle, on both sides of the threshold of "
        + number(evidence.limits().growthPerCycle())
        + unit
        + "; "
        + more();
  }

  private String inFirstRounds() {
    double missing = 2 * evidence.round() - evidence.cycles();
    boolean first = evidence.cycles() < evidence.round();
    return "has risen by "
        + number(evidence.risenSoFar())
        + unit
        + " in "
        + number(evidence.cycles())
        + " cycles, "
        + (first
            ? "which may still be the first round of " + number(evidence.round())
            : "and has not had two rounds of " + number(evidence.round()))
        + "; "
        + moreCycles(missing);
  }

  /** The interval's width falls with the cycles to the power of 1/2 at least. */
  private String more() {
    double distance = Math.abs(growth.perCycle() - evidence.limits().growthPerCycle());
    double times = Math.pow(growth.halfWidth() / distance, 2) - 1;
    return times > MOST_TIMES_MORE
        ? "it is too close to the threshold to be settled by ten times as many cycles"
        : "about " + moreCycles(Math.max(evidence.cycles() * times, 5));
  }

  private static String moreCycles(double cycles) {
    long whole = (long) Math.max(1, Math.ceil(cycles));
    return whole == 1 ? "1 more cycle decides" : number((double) whole) + " more cycles decide";
  }

  private String interval() {
    return number(growth.lower()) + " and " + number(growth.upper()) + unit;
  }

  private String perCycle(double value) {
    return number(value) + unit + " per cycle";
  }

  private static String span(Growth growth) {
    return number(growth.fromCycle()) + " to " + number(growth.toCycle());
  }

  /** Whole from 100 on, otherwise three significant digits. */
  static String number(double value) {
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
