package snapbench.cli.measure;

import java.util.List;
import java.util.Locale;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.run.decision.StoppingRule;

/**
 * A cell is decided once the verdict on its resident set, all forks judged together, is not
 * INCONCLUSIVE.
 *
 * <p>Each of at most L looks is judged at the level of alpha / L (Bonferroni), so that the
 * probability of a false alarm at any of them is at most alpha however often one looks; without
 * that it grows with the looks (P. Armitage, C. K. McPherson, B. C. Rowe, "Repeated significance
 * tests on accumulating data", Journal of the Royal Statistical Society A 132 (1969), 235–244). The
 * boundaries of group sequential tests (S. J. Pocock, "Group sequential methods in the design and
 * analysis of clinical trials", Biometrika 64 (1977), 191–199) gain power from the known
 * correlation of looks at the same accumulating data. Here each look is at a new process with a
 * series of its own, so there is none to gain from: for independent looks the exact level, 1 - (1 -
 * alpha)^(1/L), is 1.27 % for four looks at 5 % in all, where the split has 1.25 %.
 *
 * @param thresholds what growth is too small to matter
 */
record RssDecision(Thresholds thresholds) implements StoppingRule {
  @Override
  public Answer decide(List<Fork> forks, int looks) {
    double alpha = SeriesContext.ALPHA / looks;
    CellJudgement judgement = JudgedForks.of(forks, thresholds, alpha).rss();
    return new Answer(
        judgement.verdict() != Verdict.INCONCLUSIVE,
        judgement.verdict() + ", " + estimate(judgement.growth(), alpha));
  }

  private static String estimate(GrowthEstimate growth, double alpha) {
    if (Double.isNaN(growth.perCycle())) {
      return "growth unknown";
    }
    String perCycle = String.format(Locale.ROOT, "growth %,.0f KiB per cycle", growth.perCycle());
    if (Double.isNaN(growth.halfWidth()) || Double.isInfinite(growth.halfWidth())) {
      return perCycle + ", interval unknown";
    }
    return perCycle
        + String.format(
            Locale.ROOT,
            " [%,.0f, %,.0f] (%.4g %%)",
            growth.lower(),
            growth.upper(),
            100 * (1 - alpha));
  }
}
