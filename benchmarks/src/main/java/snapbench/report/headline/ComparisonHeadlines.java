package snapbench.report.headline;

import java.util.List;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.report.cell.ComparedNames;
import snapbench.report.model.Headline;
import snapbench.report.text.Numbers;

/** The question that a comparison asks of each candidate, and its answer. */
public final class ComparisonHeadlines {
  private ComparisonHeadlines() {}

  /** A headline for each candidate. */
  public static List<Headline> of(Comparison comparison, ComparedNames names) {
    String level = Numbers.percent(1 - comparison.criteria().alpha(), 4);
    return comparison.speed().stream()
        .map(each -> new Headline(names.of(each.pair()), null, sentence(each, names, level)))
        .toList();
  }

  private static String sentence(MeasureComparison each, ComparedNames names, String level) {
    RatioEstimate throughput = each.asThroughput();
    return names.of(each.pair())
        + ": throughput is "
        + (Double.isNaN(throughput.ratio())
            ? Numbers.UNKNOWN
            : Numbers.ratio(throughput.ratio(), 3)
                + " times that of "
                + names.reference(each.pair()))
        + (throughput.isBounded()
            ? " (%s confidence interval %s)"
                .formatted(level, Numbers.ratios(throughput.lower(), throughput.upper(), 3))
            : "")
        + ": "
        + each.outcome().word()
        + (each.isDecidable() ? "." : "; a decision needs " + ComparedNames.missing(each) + ".");
  }
}
