package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import snapbench.model.Metric;
import snapbench.report.cell.ScoreMode;
import snapbench.report.cell.ScoredCell;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;
import snapbench.results.jmh.JmhResult;

/** What profilers and counters of other projects added to JMH's results, as it is. */
public final class SecondarySection {
  /** JMH's own in sample mode, which are in a table of their own. */
  private static final Pattern PERCENTILE = Pattern.compile(".*p[01]\\.\\d+");

  private SecondarySection() {}

  private record Secondary(ScoredCell scored, String label, JmhResult.Metric metric) {
    boolean isShown() {
      // ours are shown where they belong
      boolean isOurs = scored.cell().isObserved() && Metric.of(label).isPresent();
      boolean isPercentile =
          ScoreMode.of(scored.cell().first().mode()) == ScoreMode.SAMPLE
              && PERCENTILE.matcher(label).matches();
      return !isOurs && !isPercentile;
    }
  }

  public static Section of(List<ScoredCell> scored) {
    List<Secondary> shown = new ArrayList<>();
    for (ScoredCell each : scored) {
      each.result()
          .secondaryMetrics()
          .forEach((label, metric) -> shown.add(new Secondary(each, label, metric)));
    }
    shown.removeIf(each -> !each.isShown());
    return Section.of(
        "Secondary metrics",
        new Columns<Secondary>()
            .text("Variant", each -> each.scored.name())
            .text("Metric", each -> Texts.shortened(each.label))
            .number("Score", SecondarySection::count, each -> each.metric.score())
            .number("Error (99.9 %)", Numbers::error, each -> each.metric.scoreError())
            .text("Unit", each -> Texts.shortened(each.metric.scoreUnit()))
            .of(shown),
        "As JMH's profilers and counters report them: a mean over the iterations, or a sum of them,"
            + " as each defines it.");
  }

  /** What is counted is whole. */
  private static String count(double score) {
    return score == Math.rint(score) && !Double.isInfinite(score)
        ? Numbers.whole(score)
        : Numbers.significant(score);
  }
}
