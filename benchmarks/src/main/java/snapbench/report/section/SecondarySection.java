package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import snapbench.model.Cell;
import snapbench.model.Metric;
import snapbench.report.cell.ScoreMode;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.jmh.JmhResult;

/** What profilers and counters of other projects added to JMH's results, as it is. */
public final class SecondarySection {
  /** JMH's own in sample mode, which are in a table of their own. */
  private static final Pattern PERCENTILE = Pattern.compile(".*p[01]\\.\\d+");

  private SecondarySection() {}

  public static Section of(List<Cell> cells, List<JmhResult> results) {
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (JmhResult result : results) {
        if (result.isOf(cell.first())) {
          result.secondaryMetrics().forEach((label, metric) -> add(rows, cell, label, metric));
        }
      }
    }
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.text("Metric"),
            Column.number("Score"),
            Column.number("Error (99.9 %)"),
            Column.text("Unit"));
    return new Section(
        "Secondary metrics",
        List.of(new Table(columns, rows)),
        rows.isEmpty()
            ? List.of()
            : List.of(
                "As JMH's profilers and counters report them: a mean over the iterations, or a sum"
                    + " of them, as each defines it."));
  }

  private static void add(
      List<List<String>> rows, Cell cell, String label, JmhResult.Metric metric) {
    // ours are shown where they belong
    boolean isOurs = cell.isObserved() && Metric.of(label).isPresent();
    boolean isPercentile =
        ScoreMode.of(cell.first().mode()) == ScoreMode.SAMPLE
            && PERCENTILE.matcher(label).matches();
    if (!isOurs && !isPercentile) {
      rows.add(
          List.of(
              cell.name(),
              Texts.shortened(label),
              count(metric.score()),
              Numbers.error(metric.scoreError()),
              Texts.shortened(metric.scoreUnit())));
    }
  }

  /** What is counted is whole. */
  private static String count(double score) {
    return score == Math.rint(score) && !Double.isInfinite(score)
        ? Numbers.whole(score)
        : Numbers.significant(score);
  }
}
