package snapbench.report.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Cell;
import snapbench.model.Fork;

/**
 * A cell and what it came to.
 *
 * @param cell the cell
 * @param judged its forks that were measured, judged together; all, if none was
 * @param course how its resident set went
 */
public record JudgedCell(Cell cell, JudgedForks judged, RssSummary course) {
  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.GROWING, Verdict.INCONCLUSIVE, Verdict.PLATEAU, Verdict.FLAT);

  /** Judges a cell: of its forks those that were measured, if any was. */
  static JudgedCell of(Cell cell, Thresholds thresholds) {
    JudgedForks judged = JudgedForks.of(cell.counting(), thresholds);
    ForkSeries.quantities().forEach(judged::judgement);
    judged.cause();
    return new JudgedCell(cell, judged, RssSummary.of(judged));
  }

  /** A verdict's place where the worst comes first. */
  public static int severity(Verdict verdict) {
    return WORST_FIRST.indexOf(verdict);
  }

  public String name() {
    return cell.name();
  }

  /** The first fork. */
  public Fork first() {
    return cell.first();
  }

  /** One of its forks with its series and verdicts; null of one that failed among others. */
  @SuppressWarnings("ReferenceEquality") // to compare thousands of cycles would take its time
  public @Nullable JudgedFork judged(Fork fork) {
    return judged.forks().stream().filter(each -> each.fork() == fork).findFirst().orElse(null);
  }

  public CellJudgement rss() {
    return judged.rss();
  }

  public CellCause cause() {
    return judged.cause();
  }

  /** Whether one of {@link ForkSeries#quantities()} grows. */
  public boolean isGrowing(Quantity quantity) {
    return judged.judgement(quantity).verdict() == Verdict.GROWING;
  }

  /** Whether memory of an owner grows, be it hidden from the resident set. */
  public boolean hasGrowingOwner() {
    return cause().findings().stream().anyMatch(CauseFinding::isGrowing);
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
