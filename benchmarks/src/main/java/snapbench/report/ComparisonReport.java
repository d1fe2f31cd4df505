package snapbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.NotCompared;
import snapbench.analysis.comparison.Outcome;
import snapbench.analysis.comparison.Pair;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.report.cell.Cell;
import snapbench.report.cell.Cells;
import snapbench.report.chart.RatioChart;
import snapbench.report.model.Chart;
import snapbench.report.model.Headline;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.section.PlantedLeakSection;
import snapbench.report.text.Numbers;

/** What a comparison says: warnings first, then speed, then what there is to explore. */
public final class ComparisonReport {
  private final Comparison comparison;
  private final Map<CellKey, String> names = new LinkedHashMap<>();
  private final List<Cell> cells;

  private ComparisonReport(Comparison comparison) {
    this.comparison = comparison;
    List<Fork> forks =
        comparison.all().stream()
            .map(MeasureComparison::pair)
            .distinct()
            .flatMap(pair -> Stream.of(pair.reference(), pair.candidate()))
            .flatMap(contender -> contender.forks().stream())
            .toList();
    cells = Cells.of(forks);
    for (Cell cell : cells) {
      Fork fork = cell.first();
      names.put(fork.key(), cell.name());
    }
  }

  /**
   * The report on a comparison.
   *
   * @param title its title
   * @param warnings what else differs between the two sides, one line each
   * @param comparison the comparison
   */
  public static Report of(String title, List<String> warnings, Comparison comparison) {
    ComparisonReport report = new ComparisonReport(comparison);
    List<Section> sections =
        Stream.of(
                PlantedLeakSection.of(report.cells),
                new Section("Warnings: what else differs", List.of(), warnings),
                report.speed().withCharts(report.chart("speed", "Speed", comparison.speed())),
                report
                    .exploratory()
                    .withCharts(
                        report.chart(
                            "explored", "What else was measured", comparison.exploratory())),
                new Section(
                    "Not compared",
                    List.of(),
                    comparison.notCompared().stream().map(NotCompared::toString).toList()))
            .filter(section -> !section.isEmpty())
            .toList();
    return new Report(title, report.headlines(), sections, List.of());
  }

  /** The question asked, and its answer. */
  private List<Headline> headlines() {
    return comparison.speed().stream()
        .map(each -> new Headline(name(each), null, sentence(each)))
        .toList();
  }

  private String sentence(MeasureComparison each) {
    RatioEstimate throughput = each.asThroughput();
    return name(each)
        + ": throughput is "
        + (Double.isNaN(throughput.ratio())
            ? Numbers.UNKNOWN
            : ratio(throughput.ratio()) + " times that of " + reference(each.pair()))
        + (throughput.isBounded()
            ? " (%s confidence interval %s to %s)"
                .formatted(
                    percent(1 - comparison.criteria().alpha()),
                    ratio(throughput.lower()),
                    ratio(throughput.upper()))
            : "")
        + ": "
        + each.outcome().word()
        + (each.isDecidable() ? "." : "; a decision needs " + missing(each) + ".");
  }

  /** Of two runs, both may have the same name. */
  private String reference(Pair pair) {
    String reference = names.getOrDefault(pair.reference().key(), "");
    return reference.isEmpty() || reference.equals(name(pair)) ? "the reference" : reference;
  }

  private List<Chart> chart(String id, String title, List<MeasureComparison> comparisons) {
    return new RatioChart(this::name).of(id, title, comparisons).stream().toList();
  }

  private Section speed() {
    List<List<String>> rows = comparison.speed().stream().map(this::row).toList();
    return new Section(
        "Speed: the question asked",
        List.of(new Table(columns("p, corrected (Holm)"), rows)),
        rows.isEmpty() ? List.of() : speedNotes());
  }

  private List<String> speedNotes() {
    Criteria criteria = comparison.criteria();
    List<String> lines = new ArrayList<>();
    lines.add(
        "A ratio is candidate to reference; the unit is the fork. Better, worse: p at most "
            + criteria.alpha()
            + " and a difference of more than "
            + percent(criteria.minimumEffect())
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
      int alone = forksWithoutPartner(each);
      if (alone > 0) {
        lines.add(
            "%s: %s %s in no pair, since the other side has none"
                .formatted(name(each), Numbers.count(alone, "fork"), alone == 1 ? "is" : "are"));
      }
      if (!each.isDecidable()) {
        lines.add(name(each) + ": inconclusive; a decision needs " + missing(each));
      } else if (each.outcome() == Outcome.INCONCLUSIVE && lacksPairs(each)) {
        lines.add(
            "%s: inconclusive; no difference among %s is significant after correction for %s, which takes %d"
                .formatted(
                    name(each),
                    Numbers.count(each.referenceForks(), "pair"),
                    Numbers.count(comparison.speed().size(), "comparison"),
                    criteria.pairsNeeded(comparison.speed().size())));
      }
    }
    return lines;
  }

  private static int forksWithoutPartner(MeasureComparison each) {
    return each.estimate().pairs()
        ? each.pair().reference().forks().size()
            + each.pair().candidate().forks().size()
            - each.referenceForks()
            - each.candidateForks()
        : 0;
  }

  private boolean lacksPairs(MeasureComparison each) {
    return each.estimate().pairs()
        && each.referenceForks() < comparison.criteria().pairsNeeded(comparison.speed().size());
  }

  private static String missing(MeasureComparison each) {
    if (each.estimate().pairs()) {
      return Numbers.count(each.missingOfReference(), "more pair") + " of forks";
    }
    return Stream.of(
            Numbers.count(each.missingOfReference(), "more fork") + " of the reference",
            Numbers.count(each.missingOfCandidate(), "more fork") + " of the candidate")
        .filter(text -> !text.startsWith("0 "))
        .collect(Collectors.joining(" and "));
  }

  private Section exploratory() {
    List<List<String>> rows = new ArrayList<>();
    for (MeasureComparison each : comparison.exploratory()) {
      List<String> row = new ArrayList<>(row(each));
      row.add(1, each.measure().label());
      rows.add(row);
    }
    List<Column> columns = new ArrayList<>(columns("p"));
    columns.add(1, Column.text("Measure"));
    return new Section(
        "Exploratory: what else was measured, not corrected for the number of comparisons",
        List.of(new Table(columns, rows)),
        rows.isEmpty() ? List.of() : exploratoryNotes());
  }

  private List<String> exploratoryNotes() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "rss, rss.growth (rss divided by that before the first cycle) and fds: at the same number"
            + " of cycles. The least difference that counts is "
            + percent(comparison.criteria().minimumMemoryEffect())
            + " in rss and rss.growth, "
            + percent(comparison.criteria().minimumEffect())
            + " in all else. Lower is better.");
    Map<Pair, Double> cycles = comparison.cycles();
    comparison.exploratory().stream()
        .map(MeasureComparison::pair)
        .distinct()
        .forEach(
            pair -> {
              double common = cycles.getOrDefault(pair, Double.NaN);
              if (!Double.isNaN(common)) {
                lines.add(name(pair) + ": memory after " + Numbers.count(common, "cycle"));
              }
            });
    return lines;
  }

  private static List<Column> columns(String pValue) {
    return List.of(
        Column.text("Candidate"),
        Column.number("Reference's median"),
        Column.number("Candidate's median"),
        Column.text("Unit"),
        Column.text("Forks"),
        Column.number("Ratio"),
        Column.text("Interval"),
        Column.number(pValue),
        Column.text("Result"));
  }

  private List<String> row(MeasureComparison each) {
    return List.of(
        name(each),
        Numbers.significant(each.reference()),
        Numbers.significant(each.candidate()),
        each.unit(),
        each.estimate().pairs()
            ? Numbers.count(each.referenceForks(), "pair")
            : each.referenceForks() + ", " + each.candidateForks(),
        ratio(each.estimate().ratio()),
        interval(each),
        pValue(each.pValue()),
        each.outcome().word());
  }

  private String interval(MeasureComparison each) {
    if (!each.estimate().isBounded()) {
      return Numbers.UNKNOWN;
    }
    return "%s to %s (%s)"
        .formatted(
            ratio(each.estimate().lower()),
            ratio(each.estimate().upper()),
            percent(1 - comparison.criteria().alpha()));
  }

  private String name(MeasureComparison each) {
    return name(each.pair());
  }

  /** With the reference's, where the candidate has several. */
  private String name(Pair pair) {
    String name = name(pair.candidate().key());
    return comparison.cycles().keySet().stream()
                .filter(each -> each.candidate().equals(pair.candidate()))
                .count()
            > 1
        ? name + ", beside " + name(pair.reference().key())
        : name;
  }

  private String name(CellKey key) {
    return names.getOrDefault(key, key.toString());
  }

  private static String ratio(double value) {
    return Double.isNaN(value) ? Numbers.UNKNOWN : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String pValue(double value) {
    if (Double.isNaN(value)) {
      return Numbers.UNKNOWN;
    }
    return value < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4f", share * 100).replaceAll("\\.?0+$", "") + " %";
  }
}
