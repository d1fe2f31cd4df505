package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.report.Table.Column;
import snapbench.results.JmhResult;
import snapbench.results.JmhResult.Metric;
import snapbench.results.Run;

/** JMH's score of each variant, over all its forks, with JMH's error. */
final class SpeedSection {
  private final Run run;
  private final List<Variant> variants;

  SpeedSection(Run run, List<Variant> variants) {
    this.run = run;
    this.variants = variants;
  }

  Section section() {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.text("Mode"),
            Column.number("Score"),
            Column.number("Error (99.9 %)"),
            Column.text("Unit"),
            Column.number("Snapshot MB/s"),
            Column.number("Dump MB/s"));
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : variants) {
      for (JmhResult result : run.results()) {
        if (result.isOf(variant.first())) {
          rows.add(row(variant, result));
        }
      }
    }
    Table table = new Table(columns, rows).withoutEmptyColumns();
    return new Section("Throughput and time", List.of(table), List.of());
  }

  private static List<String> row(Variant variant, JmhResult result) {
    Metric score = result.primaryMetric();
    return List.of(
        variant.name(),
        result.mode(),
        Numbers.significant(score.score()),
        error(score.scoreError()),
        score.scoreUnit(),
        rate(result.secondaryMetrics().get("snapshot.rate")),
        rate(result.secondaryMetrics().get("dump.rate")));
  }

  private static String error(double error) {
    return (Double.isNaN(error) ? "" : "± ") + Numbers.significant(error);
  }

  /** A variant without such a phase has no rate; without the profiler, nobody has. */
  private static String rate(@Nullable Metric metric) {
    if (metric == null) {
      return "";
    }
    return Double.isNaN(metric.score()) ? "none" : Numbers.significant(metric.score());
  }
}
