package snapbench.analysis.fork;

import java.util.List;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.model.Metric;

/**
 * Judges one metric of the ledger: an owner's resident bytes, or what the process says of itself.
 */
public final class OwnerJudgement {
  private OwnerJudgement() {}

  /**
   * Judges a metric of a fork by the rules of the resident set.
   *
   * @param metric one in KiB; its series has a value at the end of each iteration
   * @return INCONCLUSIVE where there are too few readings
   */
  public static Judgement of(Fork cell, Metric metric, Thresholds thresholds) {
    return Judge.judge(
        LedgerSeries.of(cell, List.of(metric)),
        ForkSeries.circumstances(cell, thresholds, ForkSeries.alpha(cell)));
  }
}
