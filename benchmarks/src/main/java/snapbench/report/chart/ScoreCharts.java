package snapbench.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import snapbench.report.cell.CellStyles;
import snapbench.report.cell.ScoredCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.chart.DotPlot.Row;
import snapbench.report.chart.DotPlot.Value;
import snapbench.report.model.Chart;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/**
 * JMH's score of each cell with its interval, and every iteration's: a chart for each mode and
 * unit, and for each 24 cells of these.
 */
public final class ScoreCharts {
  private static final int MOST_CHARTS = 10;
  private static final Map<String, String> MODES =
      Map.of(
          "thrpt", "Throughput",
          "avgt", "Average time",
          "sample", "Sampled time",
          "ss", "Time of a single shot");

  private ScoreCharts() {}

  /** The charts; none if no score is known. */
  public static List<Chart> of(List<ScoredCell> all, ShownCells named) {
    Map<String, List<ScoredCell>> groups =
        all.stream()
            .filter(each -> Double.isFinite(each.result().primaryMetric().score()))
            .collect(
                Collectors.groupingBy(
                    each -> title(each.result()), LinkedHashMap::new, Collectors.toList()));
    List<Chart> charts = new ArrayList<>();
    groups.forEach((title, scored) -> addPages(charts, title, scored, named));
    return List.copyOf(charts);
  }

  private static void addPages(
      List<Chart> charts, String title, List<ScoredCell> scored, ShownCells named) {
    int size = CellStyles.DIFFERENT;
    int pages = (scored.size() + size - 1) / size;
    for (int page = 0; page < pages && charts.size() < MOST_CHARTS; page++) {
      int end = Math.min(scored.size(), (page + 1) * size);
      String part = pages == 1 ? "" : ", part " + (page + 1) + " of " + pages;
      String note =
          charts.size() == MOST_CHARTS - 1 && end < scored.size()
              ? " %d more %s in the table of throughput and time only."
                  .formatted(scored.size() - end, scored.size() - end == 1 ? "is" : "are")
              : "";
      charts.add(
          chart(
              "score-" + (charts.size() + 1),
              title + part,
              note,
              scored.subList(page * size, end),
              named));
    }
  }

  private static Chart chart(
      String id, String title, String note, List<ScoredCell> scored, ShownCells named) {
    String unit = scored.get(0).result().primaryMetric().scoreUnit();
    DotPlot rows = new DotPlot(scored.stream().map(each -> row(each, named)).toList());
    return new Chart(
        id,
        title + ": score, its interval, and every iteration",
        rows.summary() + rows.note() + note,
        rows.specification(unit, named.styles()),
        rows.table(unit));
  }

  private static Row row(ScoredCell scored, ShownCells named) {
    Metric metric = scored.result().primaryMetric();
    double error = metric.scoreError();
    List<Value> values = new ArrayList<>();
    for (int fork = 1; fork <= metric.rawData().size(); fork++) {
      List<Double> iterations = metric.rawData().get(fork - 1);
      for (int i = 1; i <= iterations.size(); i++) {
        double value = iterations.get(i - 1);
        if (Double.isFinite(value)) {
          values.add(new Value(value, Integer.toString(fork), "iteration " + i));
        }
      }
    }
    return new Row(
        named.label(scored.cell()),
        values,
        metric.score(),
        metric.score() - error,
        metric.score() + error,
        Numbers.significant(metric.score()) + " " + metric.scoreUnit(),
        Double.isFinite(error) ? "± " + Numbers.significant(error) + " (99.9 %)" : Numbers.UNKNOWN);
  }

  private static String title(JmhResult result) {
    return MODES.getOrDefault(result.mode(), "Mode " + Texts.label(result.mode()))
        + ", "
        + Texts.label(result.primaryMetric().scoreUnit());
  }
}
