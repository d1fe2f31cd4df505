package snapbench.report.cell;

import snapbench.analysis.fork.ForkCause;
import snapbench.analysis.fork.ForkJudgement;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;

/**
 * A variant and what it came to.
 *
 * @param variant the variant
 * @param judged its forks that were measured, judged together; all, if none was
 * @param course how its resident set went
 */
public record JudgedCell(Cell variant, JudgedFork judged, RssSummary course) {

  /** Judges a variant: of its forks those that were measured, if any was. */
  static JudgedCell of(Cell variant, Thresholds thresholds) {
    JudgedFork judged = JudgedFork.of(variant.counting(), thresholds);
    return new JudgedCell(variant, judged, RssSummary.of(judged));
  }

  public String name() {
    return variant.name();
  }

  /** The first fork. */
  public Fork first() {
    return variant.first();
  }

  public ForkJudgement rss() {
    return judged.rss();
  }

  public ForkCause cause() {
    return judged.cause();
  }

  /** Whether there is a series of the resident set. */
  public boolean hasRss() {
    return judged.hasSeries(Quantity.RSS);
  }

  /** The verdict on the resident set. */
  public Verdict verdict() {
    return rss().verdict();
  }
}
