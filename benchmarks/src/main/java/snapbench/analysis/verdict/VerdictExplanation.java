package snapbench.analysis.verdict;

import java.util.Locale;

/** Why a verdict is what it is, in a sentence; for INCONCLUSIVE also what would settle it. */
public final class VerdictExplanation {
  private static final int MOST_TIMES_MORE = 10;

  private final Evidence evidence;
  private final GrowthEstimate growth;
  private final String unit;
  private final String cycle;
  private final String cycles;

  private VerdictExplanation(Evidence evidence, GrowthEstimate growth, Quantity quantity) {
    this.evidence = evidence;
    this.growth = growth;
    this.unit = isUnnamed(quantity) ? "" : " " + quantity.unit();
    this.cycle = evidence.observed().known().per();
    this.cycles = Plural.of(cycle);
  }

  private static boolean isUnnamed(Quantity quantity) {
    return quantity.kind() == Quantity.Kind.COUNT || quantity.unit().isBlank();
  }

  static String of(Verdict verdict, Evidence evidence, GrowthEstimate growth, Quantity quantity) {
    VerdictExplanation reason = new VerdictExplanation(evidence, growth, quantity);
    return switch (verdict) {
      case FLAT -> reason.flat();
      case PLATEAU -> reason.plateau();
      case GROWING -> reason.growing();
      case INCONCLUSIVE -> reason.inconclusive();
    };
  }

  private String flat() {
    String since = growth.fromCycle() > 0 ? " over " + span(growth) : " since the first reading";
    String once =
        evidence.observed().pauses().hasRisen()
            ? "; what was added before, or once, is within the allowance of "
                + number(evidence.observed().limits().allowance())
                + unit
            : "";
    return "growth"
        + since
        + " stays below "
        + perCycle(evidence.observed().limits().growthPerCycle())
        + once;
  }

  private String plateau() {
    return "rose by "
        + number(evidence.quiet().rise())
        + unit
        + " until "
        + cycle
        + " "
        + number(evidence.quiet().lastRiseCycle())
        + " and has been quiet for "
        + count(evidence.observed().pauses().quietCycles())
        + " since"
        + (evidence.observed().roundIsKnown()
            ? ", at least a whole round of " + number(evidence.observed().round())
            : "")
        + (evidence.observed().pauses().longestPause() > 0
            ? "; the longest pause that growth followed had "
                + number(evidence.observed().pauses().longestPause())
            : "");
  }

  private String growing() {
    return "over "
        + span(growth)
        + ", the whole interval of growth lies above "
        + perCycle(evidence.observed().limits().growthPerCycle())
        + (evidence.growing().isApartFromSteps(growth) ? ", rare steps left out" : "")
        + ", and nothing hints at an end";
  }

  private String inconclusive() {
    if (evidence.observed().tooFewPoints()) {
      int readings = evidence.observed().original().size();
      return "only "
          + readings
          + (readings == 1 ? " reading" : " readings")
          + "; at least "
          + Judge.FEWEST_POINTS
          + " are needed";
    }
    if (evidence.observed().roundIsKnown()
        && evidence.observed().cycles() < 2 * evidence.observed().round()) {
      return inFirstRounds();
    }
    if (evidence.growing().deciding().lower() > evidence.observed().limits().growthPerCycle()
        && evidence.growing().warmUpCyclesMissing() > 0) {
      return moved()
          + ", which may still be the process warming up; "
          + moreCycles(evidence.growing().warmUpCyclesMissing());
    }
    if (evidence.observed().pauses().hasRisen() && evidence.mayHaveStopped()) {
      return "growth stopped "
          + count(evidence.observed().pauses().quietCycles())
          + " ago"
          + (evidence.observed().risenSoFar() > 0
              ? ", after a rise of " + number(evidence.observed().risenSoFar()) + unit
              : "")
          + "; "
          + moreCycles(evidence.quiet().quietCyclesMissing());
    }
    if (evidence.growing().isFading()) {
      return "growth is fading; " + moreCycles(evidence.observed().cycles() / 2);
    }
    double threshold = evidence.observed().limits().growthPerCycle();
    if (evidence.growing().deciding().lower() > threshold) {
      return "it grew by between "
          + interval(evidence.growing().deciding())
          + ", "
          + whyNotGrowing();
    }
    if (evidence.flat().growth().upper() <= threshold) {
      return "growth stays below " + perCycle(threshold) + whyNotFlat();
    }
    if (growth.upper() <= threshold || growth.lower() > threshold) {
      return "growth is between "
          + interval(growth)
          + ", but not so in all parts of the series; "
          + moreCycles(evidence.observed().cycles() / 2);
    }
    return "growth is between "
        + interval(growth)
        + ", on both sides of the threshold of "
        + number(evidence.observed().limits().growthPerCycle())
        + unit
        + "; "
        + more();
  }

  private String whyNotGrowing() {
    GrowthRule growing = evidence.growing();
    if (!(growing.lastRound().perCycle() > evidence.observed().limits().growthPerCycle())) {
      return "but not in the last of them; " + moreCycles(evidence.observed().cycles() / 2);
    }
    double missing = 2 * evidence.observed().round() - evidence.observed().cycles();
    return missing > 0
        ? "after a pause of %s, which is more than half of all; %s"
            .formatted(count(evidence.observed().round()), moreCycles(missing))
        : "but too seldom to be a trend; " + moreCycles(evidence.observed().cycles() / 2);
  }

  private String whyNotFlat() {
    return evidence.quiet().hasRisenForGood()
        ? " but for a rise by %s%s, and %s since are too few to call it the last; %s"
            .formatted(
                number(evidence.quiet().rise()),
                unit,
                count(evidence.observed().pauses().quietCycles()),
                moreCycles(evidence.quiet().quietCyclesMissing()))
        : ", but has added up to %s%s; whether that matters is a question of how long it goes on"
            .formatted(number(evidence.observed().risenSoFar()), unit);
  }

  private String inFirstRounds() {
    double missing =
        Math.max(
            2 * evidence.observed().round() - evidence.observed().cycles(),
            evidence.growing().warmUpCyclesMissing());
    boolean first = evidence.observed().cycles() < evidence.observed().round();
    return moved()
        + ", "
        + (first
            ? "which may still be the first round of " + number(evidence.observed().round())
            : "and has not had two rounds of " + number(evidence.observed().round()))
        + "; "
        + moreCycles(missing);
  }

  private String moved() {
    double rise = evidence.observed().risenSoFar();
    return (rise < 0 ? "has fallen by " : "has risen by ")
        + number(Math.abs(rise))
        + unit
        + " in "
        + count(evidence.observed().cycles());
  }

  /** The interval's width falls with the cycles to the power of 1/2 at least. */
  private String more() {
    double distance = Math.abs(growth.perCycle() - evidence.observed().limits().growthPerCycle());
    double times = Math.pow(growth.halfWidth() / distance, 2) - 1;
    return times > MOST_TIMES_MORE
        ? "it is too close to the threshold to be settled by ten times as many " + cycles
        : "about " + moreCycles(Math.max(evidence.observed().cycles() * times, 5));
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
