package snapbench.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.report.Report;
import snapbench.report.model.Attachment;
import snapbench.report.model.Headline;
import snapbench.results.Cells;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** A run whose parameters and units try to be more than text. */
final class HostileRun {
  /** What must be seen as it is. */
  static final List<String> TEXTS =
      List.of(
          "<script>window.hostile = 1</script>",
          "</script><script>window.hostile = 2</script>",
          "\"><img src=x onerror=\"window.hostile = 3\">",
          "' onmouseover='window.hostile = 4",
          "<!-- <script> <b>",
          "javascript:window.hostile = 5",
          "${window.hostile = 6} {{7}} ]]>");

  private static final int LONG = 10_000;

  private HostileRun() {}

  static List<Report> reports() {
    List<String> values = new ArrayList<>(TEXTS);
    values.add("x".repeat(LONG));
    values.add("line\u2028separator\u2029\r\nand\ttab\u0000nul");
    List<Fork> cells = new ArrayList<>();
    List<JmhResult> results = new ArrayList<>();
    for (String value : values) {
      Map<String, String> params = Map.of("snapshot", "memory", "threads", "1", "x", value);
      Fork cell =
          Cells.measured(
              cells.size() + 1, "snapshotAndDump", 1, params, 1000, Double.NaN, 2000, 3000);
      cells.add(cell);
      Metric metric =
          new Metric(
              cells.size(),
              Double.NaN,
              value.substring(0, Math.min(value.length(), 100)),
              List.of(List.of(1.5, Double.NaN, Double.POSITIVE_INFINITY, 2.5)));
      results.add(new JmhResult(cell.benchmark(), cell.mode(), params, metric, Map.of()));
    }
    Report report = Report.of(new Run(Path.of("<script>hostile"), cells, Map.of(), results));
    List<Headline> headlines =
        values.stream()
            .map(value -> new Headline(value, Verdict.GROWING, value + " is growing."))
            .toList();
    return List.of(
        new Report(
            report.title(),
            headlines,
            report.sections(),
            List.of(new Attachment("</script>.csv", "text/\"csv", "a,b\r\n</script>"))));
  }
}
