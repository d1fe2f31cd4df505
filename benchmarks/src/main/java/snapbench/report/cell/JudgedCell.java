package snapbench.report.cell;

import snapbench.analysis.fork.ForkCause;
import snapbench.analysis.fork.ForkJudgement;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;

/**
 * A cell and what it came to.
 *
 * @param cell the cell
 * @param judged its forks that were measured, judged together; all, if none was
 * @param course how its resident set went
 */
public record JudgedCell(Cell cell, JudgedFork judged, RssSummary course) {

  /** Judges a cell: of its forks those that were measured, if any was. */
  static JudgedCell of(Cell cell, Thresholds thresholds) {
    JudgedFork judged = JudgedFork.of(cell.counting(), thresholds);
    return new JudgedCell(cell, judged, RssSummary.of(judged));
  }

  public String name() {
    return cell.name();
  }

  /** The first fork. */
  public Fork first() {
    return cell.first();
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
