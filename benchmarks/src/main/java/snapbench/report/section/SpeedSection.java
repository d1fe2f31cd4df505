package snapbench.report.section;

import java.util.List;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.report.cell.ScoredCell;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.jmh.JmhResult;

/** JMH's score of each cell, over all its forks, with JMH's error, and the phases' rates. */
public final class SpeedSection {

  private SpeedSection() {}

  public static Section of(List<ScoredCell> scored) {
    return Section.of(
        "Throughput and time",
        new Columns<ScoredCell>()
            .text("Variant", ScoredCell::name)
            .text("Mode", each -> each.result().mode())
            .number("Score", Numbers::significant, each -> each.result().primaryMetric().score())
            .number(
                "Error (99.9 %)",
                Numbers::error, each -> each.result().primaryMetric().scoreError())
            .text("Unit", each -> Texts.shortened(each.result().primaryMetric().scoreUnit()))
            .text("Better", each -> each.mode().better())
            .number(
                "Snapshot MB/s",
                each -> rate(each.result(), Metric.SNAPSHOT_RATE, snapshotRate(each.cell())))
            .number(
                "Dump MB/s", each -> rate(each.result(), Metric.DUMP_RATE, dumpRate(each.cell())))
            .of(scored)
            .withoutEmptyColumns());
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
