package snapbench.analysis;

import java.util.List;
import snapbench.results.Cell;

/**
 * Judges one metric of the ledger: an owner's resident bytes, or what the process says of itself.
 */
public final class OwnerJudgement {
  private OwnerJudgement() {}

  /**
   * Judges a metric of a fork by the rules of the resident set.
   *
   * @param label the metric's, in KiB; its series has a value at the end of each iteration
   * @return INCONCLUSIVE where there are too few readings
   */
  public static Judgement of(Cell cell, String label, Thresholds thresholds) {
    return Judge.judge(
        LedgerSeries.of(cell, List.of(label)),
        CellSeries.circumstances(cell, thresholds, CellSeries.alpha(cell)));
  }
}
