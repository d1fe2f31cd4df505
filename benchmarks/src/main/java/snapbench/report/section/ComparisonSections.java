package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.NotCompared;
import snapbench.analysis.comparison.Outcome;
import snapbench.analysis.comparison.Pair;
import snapbench.analysis.fork.CountedAgain;
import snapbench.report.cell.ComparedNames;
import snapbench.report.chart.RatioChart;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/**
 * What a comparison came to: speed, which was asked for, then what there is to explore.
 *
 * @param comparison the comparison
 * @param names what its sides are called
 */
public record ComparisonSections(Comparison comparison, ComparedNames names) {

  /** The sections, of which some may be empty. */
  public List<Section> all() {
    RatioChart chart = new RatioChart(names);
    return List.of(
        speed().withCharts(chart.of("speed", "Speed", comparison.speed())),
        exploratory()
            .withCharts(chart.of("explored", "What else was measured", comparison.exploratory())),
        Section.list(
            "Not compared", comparison.notCompared().stream().map(NotCompared::toString).toList()));
  }

  /** Which resident sets compare addresses instead of memory, and what to compare. */
  public List<String> countedAgain() {
    return comparison.cycles().keySet().stream()
        .filter(Pair::countsAgain)
        .map(pair -> countedAgain(pair, names.of(pair)))
        .sorted()
        .toList();
  }

  private static String countedAgain(Pair pair, String name) {
    CountedAgain reference = pair.reference().countedAgain();
    CountedAgain candidate = pair.candidate().countedAgain();
    return name
        + ": "
        + Measure.RSS.label()
        + " is not memory alone. Reference: "
        + reference.seen()
        + ". Candidate: "
        + candidate.seen()
        + ". What to do: "
        + (reference.isKnown() && candidate.isKnown()
            ? "compare " + Measure.PSS.label() + ", below"
            : CountedAgain.ADVICE_WITHOUT_LEDGER);
  }

  private Section speed() {
    return Section.of(
        "Speed: the question asked",
        figures(candidates(), "p, corrected (Holm)").of(comparison.speed()),
        speedNotes().toArray(String[]::new));
  }

  private List<String> speedNotes() {
    Criteria criteria = comparison.criteria();
    List<String> lines = new ArrayList<>();
    lines.add(
        "A ratio is candidate to reference; the unit is the fork. Better, worse: p at most "
            + criteria.alpha()
            + " and a difference of more than "
            + Numbers.percent(criteria.minimumEffect(), 4)
            + ". Same: the whole interval within that. At least "
            + Criteria.MINIMUM_FORKS
            + " forks on each side.");
    if (comparison.speed().size() > 1) {
      lines.add(
          "An interval is that of one comparison; the p-value, and so the result, is corrected for"
              + " all of them.");
    }
    if (comparison.speed().stream().anyMatch(each -> each.pair().inTurns())) {
      lines.add("Measured in turns: forks are compared in pairs, fork 1 with fork 1 and so on.");
    }
    if (comparison.speed().stream().anyMatch(each -> !each.isThroughputMode())) {
      lines.add("Where the score is a time, a ratio above 1 in the table is slower.");
    }
    for (MeasureComparison each : comparison.speed()) {
      if (each.pair().inTurns() && !each.estimate().pairs()) {
        lines.add(
            name(each)
                + ": not in pairs, since JMH has not one row of values for each fork, so that it is"
                + " unknown which belong together");
      }
      int alone =
          each.pair().reference().forks().size()
              + each.pair().candidate().forks().size()
              - each.referenceForks()
              - each.candidateForks();
      if (each.estimate().pairs() && alone > 0) {
        lines.add(
            "%s: %s %s in no pair, since the other side has none"
                .formatted(name(each), Numbers.count(alone, "fork"), alone == 1 ? "is" : "are"));
      }
      int pairsNeeded = criteria.pairsNeeded(comparison.speed().size());
      if (!each.isDecidable()) {
        lines.add(name(each) + ": inconclusive; a decision needs " + ComparedNames.missing(each));
      } else if (each.outcome() == Outcome.INCONCLUSIVE
          && each.estimate().pairs()
          && each.referenceForks() < pairsNeeded) {
        lines.add(
            "%s: inconclusive; no difference among %s is significant after correction for %s, which takes %d"
                .formatted(
                    name(each),
                    Numbers.count(each.referenceForks(), "pair"),
                    Numbers.count(comparison.speed().size(), "comparison"),
                    pairsNeeded));
      }
    }
    return lines;
  }

  private Section exploratory() {
    return Section.of(
        "Exploratory: what else was measured, not corrected for the number of comparisons",
        figures(candidates().text("Measure", each -> each.measure().label()), "p")
            .of(comparison.exploratory()),
        exploratoryNotes().toArray(String[]::new));
  }

  private List<String> exploratoryNotes() {
    Criteria criteria = comparison.criteria();
    List<String> lines = new ArrayList<>();
    boolean hasPss =
        comparison.exploratory().stream().anyMatch(each -> each.measure() == Measure.PSS);
    lines.add(
        "rss, rss.growth (rss divided by that before the first cycle)"
            + (hasPss ? ", pss (the proportional set, where rss counts pages again)" : "")
            + " and fds: at the same number of cycles. The least difference that counts is "
            + Numbers.percent(criteria.minimumMemoryEffect(), 4)
            + (hasPss ? " in rss, rss.growth and pss, " : " in rss and rss.growth, ")
            + Numbers.percent(criteria.minimumEffect(), 4)
            + " in all else. Lower is better.");
    comparison.exploratory().stream()
        .map(MeasureComparison::pair)
        .distinct()
        .forEach(
            pair -> {
              double common = comparison.cycles().getOrDefault(pair, Double.NaN);
              if (!Double.isNaN(common)) {
                lines.add(names.of(pair) + ": memory after " + Numbers.count(common, "cycle"));
              }
            });
    return lines;
  }

  private Columns<MeasureComparison> candidates() {
    return new Columns<MeasureComparison>().text("Candidate", this::name);
  }

  private Columns<MeasureComparison> figures(Columns<MeasureComparison> columns, String pValue) {
    return columns
        .number("Reference's median", Numbers::significant, MeasureComparison::reference)
        .number("Candidate's median", Numbers::significant, MeasureComparison::candidate)
        .text("Unit", MeasureComparison::unit)
        .text("Forks", ComparisonSections::forks)
        .number("Ratio", each -> Numbers.ratio(each.estimate().ratio(), 3))
        .text("Interval", this::interval)
        .number(pValue, ComparisonSections::pValue, MeasureComparison::pValue)
        .text("Result", each -> each.outcome().word());
  }

  private static String forks(MeasureComparison each) {
    return each.estimate().pairs()
        ? Numbers.count(each.referenceForks(), "pair")
        : each.referenceForks() + ", " + each.candidateForks();
  }

  private String interval(MeasureComparison each) {
    return each.estimate().isBounded()
        ? "%s (%s)"
            .formatted(
                Numbers.ratios(each.estimate().lower(), each.estimate().upper(), 3),
                Numbers.percent(1 - comparison.criteria().alpha(), 4))
        : Numbers.UNKNOWN;
  }

  private String name(MeasureComparison each) {
    return names.of(each.pair());
  }

  private static String pValue(double value) {
    if (Double.isNaN(value)) {
      return Numbers.UNKNOWN;
    }
    return value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }
}
