package snapbench.report;

import snapbench.analysis.CellCause;
import snapbench.analysis.CellJudgement;
import snapbench.analysis.JudgedCell;
import snapbench.analysis.Quantity;
import snapbench.analysis.Thresholds;
import snapbench.analysis.Verdict;
import snapbench.results.Cell;

/**
 * A variant and what it came to.
 *
 * @param variant the variant
 * @param judged its forks that were measured, judged together; all, if none was
 * @param course how its resident set went
 */
record JudgedVariant(Variant variant, JudgedCell judged, Course course) {

  /** Judges a variant: of its forks those that were measured, if any was. */
  static JudgedVariant of(Variant variant, Thresholds thresholds) {
    JudgedCell judged = JudgedCell.of(variant.counting(), thresholds);
    return new JudgedVariant(variant, judged, Course.of(judged));
  }

  String name() {
    return variant.name();
  }

  /** The first fork. */
  Cell first() {
    return variant.first();
  }

  CellJudgement rss() {
    return judged.rss();
  }

  CellCause cause() {
    return judged.cause();
  }

  /** Whether there is a series of the resident set. */
  boolean hasRss() {
    return judged.hasSeries(Quantity.RSS);
  }

  /** The verdict on the resident set. */
  Verdict verdict() {
    return rss().verdict();
  }
}
