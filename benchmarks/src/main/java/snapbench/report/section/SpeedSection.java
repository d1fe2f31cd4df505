package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.report.cell.ScoreMode;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** JMH's score of each cell, over all its forks, with JMH's error, and the phases' rates. */
public final class SpeedSection {

  private final Run run;
  private final List<Cell> cells;

  public SpeedSection(Run run, List<Cell> cells) {
    this.run = run;
    this.cells = cells;
  }

  public Section section() {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.text("Mode"),
            Column.number("Score"),
            Column.number("Error (99.9 %)"),
            Column.text("Unit"),
            Column.text("Better"),
            Column.number("Snapshot MB/s"),
            Column.number("Dump MB/s"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (JmhResult result : run.results()) {
        if (result.isOf(cell.first())) {
          rows.add(row(cell, result));
        }
      }
    }
    Table table = new Table(columns, rows).withoutEmptyColumns();
    return new Section("Throughput and time", List.of(table), List.of());
  }

  private static List<String> row(Cell cell, JmhResult result) {
    JmhResult.Metric score = result.primaryMetric();
    return List.of(
        cell.name(),
        result.mode(),
        Numbers.significant(score.score()),
        Numbers.error(score.scoreError()),
        Texts.shortened(score.scoreUnit()),
        ScoreMode.of(result.mode()).better(),
        rate(result, Metric.SNAPSHOT_RATE, snapshotRate(cell)),
        rate(result, Metric.DUMP_RATE, dumpRate(cell)));
  }

  private static double snapshotRate(Cell cell) {
    return cell.rate(
        Cycle::databaseBytes, Cycle::snapshotMillis, Metric.SNAPSHOT_RATE, Metric.CYCLE_SNAPSHOT);
  }

  /** Queries take the place of a dump, but write nothing: they have no rate. */
  private static double dumpRate(Cell cell) {
    return cell.rate(Cycle::dumpBytes, Cycle::activityMillis, Metric.DUMP_RATE, Metric.CYCLE_DUMP);
  }

  /** A cell without such a phase has no rate; without cycles and profiler, nobody has. */
  private static String rate(JmhResult result, Metric metric, double megabytesPerSecond) {
    if (!Double.isNaN(megabytesPerSecond)) {
      return Numbers.significant(megabytesPerSecond);
    }
    return result.secondaryMetrics().containsKey(metric.label()) ? "none" : "";
  }
}
