package snapbench.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.Pair;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.report.cell.CellStyles;
import snapbench.report.cell.ComparedNames;
import snapbench.report.model.Chart;
import snapbench.report.model.Columns;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * Candidates against their reference: ratios with intervals beside a line at 1, a panel for each
 * measure. Of speed the ratio is that of throughput, whatever the mode.
 *
 * @param names what the sides of each comparison are called
 */
public record RatioChart(ComparedNames names) {
  /** Where the largest end is so many times the smallest, the axis is logarithmic. */
  private static final double LOGARITHMIC_FROM = 20;

  private static final int MOST_CANDIDATES = 60;

  /** The chart of some comparisons; none if no ratio is known. */
  public List<Chart> of(String id, String title, List<MeasureComparison> comparisons) {
    List<MeasureComparison> known =
        comparisons.stream().filter(each -> Double.isFinite(each.asThroughput().ratio())).toList();
    List<Pair> pairs = known.stream().map(MeasureComparison::pair).distinct().toList();
    List<Pair> shown = pairs.stream().limit(MOST_CANDIDATES).toList();
    List<MeasureComparison> drawn =
        known.stream().filter(each -> shown.contains(each.pair())).toList();
    return drawn.isEmpty()
        ? List.of()
        : List.of(chart(id, title, drawn, pairs.size() - shown.size()));
  }

  private Chart chart(String id, String title, List<MeasureComparison> drawn, int leftOut) {
    List<String> labels = drawn.stream().map(this::label).distinct().toList();
    return new Chart(
        id,
        title + ": ratio, candidate to reference" + (isInverse(drawn) ? ", of throughput" : ""),
        Texts.listed(drawn.stream().map(this::part).toList())
            + "."
            + (leftOut > 0
                ? " %s %s in the table."
                    .formatted(
                        Numbers.count(leftOut, "more candidate"), leftOut == 1 ? "is" : "are")
                : ""),
        ChartTemplate.read("ratios")
            .data("ratios", drawn.stream().map(this::row).toList())
            .panels(drawn.stream().map(each -> each.measure().label()).distinct().toList())
            .set("/spec/encoding/x/scale/type", isLogarithmic(drawn) ? "log" : "linear")
            .styled(CellStyles.of(labels)),
        table(drawn));
  }

  private String label(MeasureComparison each) {
    return Texts.label(names.of(each.pair()));
  }

  private String part(MeasureComparison each) {
    String ratio = Numbers.ratio(each.asThroughput().ratio(), 3);
    return "%s, %s %s (%s)"
        .formatted(label(each), each.measure().label(), ratio, each.outcome().word());
  }

  /** A row of the chart; without ends of the interval where it has none. */
  private record Ratio(
      String variant,
      String measure,
      double ratio,
      String interval,
      String outcome,
      String reference,
      String candidate,
      double lower,
      double upper) {}

  private Ratio row(MeasureComparison each) {
    RatioEstimate estimate = each.asThroughput();
    return new Ratio(
        label(each),
        each.measure().label(),
        estimate.ratio(),
        interval(each),
        each.outcome().word(),
        Numbers.significant(each.reference()) + " " + each.unit(),
        Numbers.significant(each.candidate()) + " " + each.unit(),
        estimate.isBounded() ? estimate.lower() : Double.NaN,
        estimate.isBounded() ? estimate.upper() : Double.NaN);
  }

  /** Whether the score is a time, of which the table has the ratio. */
  private static boolean isInverse(List<MeasureComparison> drawn) {
    return drawn.stream()
        .anyMatch(each -> each.measure() == Measure.THROUGHPUT && !each.isThroughputMode());
  }

  private static boolean isLogarithmic(List<MeasureComparison> drawn) {
    return ChartTemplate.isWide(
        drawn.stream()
            .map(MeasureComparison::asThroughput)
            .flatMapToDouble(each -> DoubleStream.of(each.ratio(), each.lower(), each.upper()))
            .filter(end -> end > 0 && Double.isFinite(end)),
        LOGARITHMIC_FROM);
  }

  private Table table(List<MeasureComparison> drawn) {
    return new Columns<MeasureComparison>()
        .text("Candidate", this::label)
        .text("Measure", each -> each.measure().label())
        .number("Ratio", each -> Numbers.ratio(each.asThroughput().ratio(), 3))
        .text("Interval", RatioChart::interval)
        .text("Result", each -> each.outcome().word())
        .of(drawn);
  }

  private static String interval(MeasureComparison each) {
    return each.asThroughput().isBounded()
        ? Numbers.ratios(each.asThroughput().lower(), each.asThroughput().upper(), 3)
        : Numbers.UNKNOWN;
  }
}
