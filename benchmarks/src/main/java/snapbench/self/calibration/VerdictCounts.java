package snapbench.self.calibration;

import java.util.List;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.self.verdicts.Proportion;

/**
 * The verdicts on forks that differ in nothing.
 *
 * @param kind what was measured, for instance {@code memory}
 * @param planted the truth
 * @param quantity what the judged series are about
 * @param cycles how many cycles the judge was shown
 * @param judgements what the judge said of each fork, at least one
 */
public record VerdictCounts(
    String kind, PlantedLeak planted, Quantity quantity, int cycles, List<Judgement> judgements) {

  /** Copies the list. */
  public VerdictCounts {
    judgements = List.copyOf(judgements);
    if (judgements.isEmpty()) {
      throw new IllegalArgumentException("no forks of " + kind);
    }
  }

  /** How many forks there are. */
  public int forks() {
    return judgements.size();
  }

  /** How many got a verdict. */
  public long count(Verdict verdict) {
    return judgements.stream().filter(judgement -> judgement.verdict() == verdict).count();
  }

  /** Forks that are said to grow: found where a leak was planted, false alarms elsewhere. */
  public Proportion growing() {
    return new Proportion(count(Verdict.GROWING), forks());
  }

  /** Median of the growth per cycle that was seen; NaN if it is unknown of all forks. */
  public double medianGrowth() {
    return Medians.of(
        judgements.stream().mapToDouble(judgement -> judgement.growth().perCycle()).toArray());
  }
}
