package snapbench.analysis.warning;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.GrowthRule;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Verdict;

/** Warnings of a cell about whose resident set little can be said. */
final class VerdictWarnings {
  private VerdictWarnings() {}

  static void add(CellWarnings found, List<JudgedFork> measured) {
    List<JudgedFork> read =
        measured.stream().filter(fork -> fork.series(Quantity.RSS).size() > 0).toList();
    if (!read.isEmpty()) {
      CellJudgement judgement = CellJudgement.of(read, Quantity.RSS);
      addDisagreement(found, judgement);
      addFewCycles(found, judgement, needed(read.get(0).context()));
    }
  }

  private static void addDisagreement(CellWarnings found, CellJudgement judgement) {
    List<Verdict> decided =
        judgement.forks().stream()
            .map(Judgement::verdict)
            .filter(verdict -> verdict != Verdict.INCONCLUSIVE)
            .toList();
    int growing = Collections.frequency(decided, Verdict.GROWING);
    if (growing > 0 && growing < decided.size()) {
      found.add(
          WarningKind.FORKS_DISAGREE,
          "the resident set grows in %d of %d forks: one verdict for all would be wrong"
              .formatted(growing, judgement.forks().size()),
          "measure more forks (-f) of more cycles (-i), and look at each fork in series.csv"
              + " (column fork)");
    }
  }

  private static void addFewCycles(CellWarnings found, CellJudgement judgement, double needed) {
    if (judgement.verdict() == Verdict.INCONCLUSIVE && judgement.cycles() < needed) {
      found.add(
          WarningKind.TOO_FEW_CYCLES,
          String.format(
              Locale.ROOT,
              "%.0f %s on record, too few for a verdict on the resident set: growth"
                  + " cannot be told from a start before %.0f",
              judgement.cycles(),
              judgement.cycles() == 1 ? "cycle is" : "cycles are",
              needed),
          "raise -i, or add --until-decided");
    }
  }

  /** Two rounds, and as many cycles after the first as a JVM takes to warm up. */
  private static double needed(SeriesContext known) {
    double fewest = Judge.FEWEST_POINTS - 1;
    if (Double.isNaN(known.round())) {
      return fewest;
    }
    double warmUp = Double.isNaN(known.databaseKiB()) ? 0 : GrowthRule.WARM_UP_CYCLES;
    return Math.max(fewest, Math.max(2 * known.round(), known.round() + warmUp));
  }
}
