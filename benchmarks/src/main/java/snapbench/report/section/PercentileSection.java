package snapbench.report.section;

import java.util.List;
import snapbench.report.cell.ScoreMode;
import snapbench.report.cell.ScoredCell;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/** Percentiles of sampled times, of all samples of all forks. */
public final class PercentileSection {
  /** As JMH writes them. */
  private static final List<String> PERCENTILES =
      List.of("50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "100.0");

  private static final String HIGHEST = "100.0";

  private PercentileSection() {}

  public static Section of(List<ScoredCell> scored) {
    Columns<ScoredCell> columns = new Columns<ScoredCell>().text("Variant", ScoredCell::name);
    for (String percentile : PERCENTILES) {
      columns.number(
          percentile.equals(HIGHEST) ? "highest" : "p" + percentile.replaceAll("\\.0$", ""),
          Numbers::significant,
          each ->
              each.result()
                  .primaryMetric()
                  .scorePercentiles()
                  .getOrDefault(percentile, Double.NaN));
    }
    return Section.of(
        "Percentiles of the sampled times",
        columns
            .text("Unit", each -> each.result().primaryMetric().scoreUnit())
            .of(scored.stream().filter(each -> each.mode() == ScoreMode.SAMPLE).toList()));
  }
}
