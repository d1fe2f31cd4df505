package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.model.Cell;
import snapbench.report.cell.ScoreMode;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** Percentiles of sampled times, of all samples of all forks. */
public final class PercentileSection {
  /** As JMH writes them. */
  private static final List<String> PERCENTILES =
      List.of("50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "100.0");

  private static final String HIGHEST = "100.0";

  private PercentileSection() {}

  public static Section of(List<Cell> cells, List<JmhResult> results) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Variant")));
    for (String percentile : PERCENTILES) {
      columns.add(
          Column.number(
              percentile.equals(HIGHEST) ? "highest" : "p" + percentile.replaceAll("\\.0$", "")));
    }
    columns.add(Column.text("Unit"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (JmhResult result : results) {
        boolean isSampled = ScoreMode.of(result.mode()) == ScoreMode.SAMPLE;
        if (isSampled && result.isOf(cell.first())) {
          rows.add(row(cell, result.primaryMetric()));
        }
      }
    }
    return new Section(
        "Percentiles of the sampled times", List.of(new Table(columns, rows)), List.of());
  }

  private static List<String> row(Cell cell, Metric metric) {
    List<String> row = new ArrayList<>(List.of(cell.name()));
    for (String percentile : PERCENTILES) {
      row.add(Numbers.significant(metric.scorePercentiles().getOrDefault(percentile, Double.NaN)));
    }
    row.add(metric.scoreUnit());
    return row;
  }
}
