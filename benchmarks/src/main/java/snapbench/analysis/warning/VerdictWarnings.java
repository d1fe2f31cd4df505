package snapbench.analysis.warning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.GrowthRule;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork.State;

/** Warnings of a variant about whose resident set little can be said. */
final class VerdictWarnings {
  private VerdictWarnings() {}

  static List<Warning> of(String subject, JudgedForks cell) {
    List<JudgedFork> read =
        cell.forks().stream()
            .filter(fork -> fork.fork().state() == State.MEASURED)
            .filter(fork -> fork.series(Quantity.RSS).size() > 0)
            .toList();
    List<Warning> warnings = new ArrayList<>();
    if (!read.isEmpty()) {
      CellJudgement judgement = CellJudgement.of(read, Quantity.RSS);
      disagreement(subject, judgement, warnings);
      fewCycles(subject, judgement, needed(read.get(0).context()), warnings);
    }
    return warnings;
  }

  private static void disagreement(
      String subject, CellJudgement judgement, List<Warning> warnings) {
    Set<Verdict> decided = EnumSet.noneOf(Verdict.class);
    judgement.forks().forEach(fork -> decided.add(fork.verdict()));
    decided.remove(Verdict.INCONCLUSIVE);
    if (decided.contains(Verdict.GROWING) && decided.size() > 1) {
      long growing =
          judgement.forks().stream().filter(fork -> fork.verdict() == Verdict.GROWING).count();
      warnings.add(
          new Warning(
              WarningKind.FORKS_DISAGREE,
              subject,
              "the resident set grows in %d of %d forks: one verdict for all would be wrong"
                  .formatted(growing, judgement.forks().size()),
              "measure more forks (-f) of more cycles (-i), and look at each fork in series.csv"
                  + " (column fork)"));
    }
  }

  private static void fewCycles(
      String subject, CellJudgement judgement, double needed, List<Warning> warnings) {
    if (judgement.verdict() == Verdict.INCONCLUSIVE && judgement.cycles() < needed) {
      warnings.add(
          new Warning(
              WarningKind.TOO_FEW_CYCLES,
              subject,
              String.format(
                  Locale.ROOT,
                  "%.0f %s on record, too few for a verdict on the resident set: growth"
                      + " cannot be told from a start before %.0f",
                  judgement.cycles(),
                  judgement.cycles() == 1 ? "cycle is" : "cycles are",
                  needed),
              "raise -i, or add --until-decided"));
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
