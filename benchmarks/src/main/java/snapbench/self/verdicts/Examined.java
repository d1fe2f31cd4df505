package snapbench.self.verdicts;

import java.util.Locale;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Verdict;

/**
 * A synthetic series and what the judge made of it.
 *
 * @param index of the series within its kind
 * @param synthetic the series and its truth
 * @param judgement what the judge saw in it
 */
record Examined(int index, SyntheticSeries synthetic, Judgement judgement) {
  /** Judges the series of an index. */
  static Examined of(SyntheticKind kind, int cycles, long seed, int index) {
    SyntheticSeries synthetic = kind.series(kind.cycles(cycles), seed, index);
    try {
      return new Examined(
          index, synthetic, Judge.judge(synthetic.series(), synthetic.circumstances()));
    } catch (RuntimeException e) {
      throw new IllegalStateException(kind + " " + index + " of seed " + seed, e);
    }
  }

  /** The verdict. */
  Verdict verdict() {
    return judgement.verdict();
  }

  /** Whether it will grow. */
  boolean grows() {
    return synthetic.grows();
  }

  /** Whether the verdict says what the truth is not, or fails to say what it must. */
  boolean wrong() {
    boolean mustBeFound = synthetic.kind().group() == SyntheticKind.Group.FOUND;
    return switch (verdict()) {
      case GROWING -> !grows();
      case FLAT, PLATEAU -> grows();
      case INCONCLUSIVE -> grows() && mustBeFound;
    };
  }

  /** Whether there is an interval whose true growth is well defined. */
  boolean checkable() {
    return Double.isFinite(judgement.growth().halfWidth()) && !Double.isNaN(trueGrowth());
  }

  /** Whether the interval holds the true growth of the same cycles. */
  boolean covered() {
    GrowthEstimate growth = judgement.growth();
    return growth.lower() <= trueGrowth() && trueGrowth() <= growth.upper();
  }

  /** Whether judge and truth go by the same threshold. */
  boolean sameThreshold() {
    double truth = synthetic.threshold();
    return Math.abs(judgement.threshold() - truth) <= 1e-9 * truth;
  }

  /** An amount as a percentage of the first reading. */
  double percentOfBaseline(double amount) {
    return 100 * amount / synthetic.series().value(0);
  }

  /** The series and the verdict in a line. */
  String line() {
    StringBuilder values = new StringBuilder();
    for (double value : synthetic.series().values()) {
      values.append(String.format(Locale.ROOT, " %.0f", value));
    }
    return String.format(
        Locale.ROOT,
        "%d: %s, growth ahead %.4f %% per cycle, threshold %.4f %%, round %.0f: %s;%s",
        index,
        verdict(),
        percentOfBaseline(synthetic.growthAhead()),
        percentOfBaseline(synthetic.threshold()),
        synthetic.circumstances().round(),
        judgement.reason(),
        values);
  }

  private double trueGrowth() {
    return synthetic.growthBetween(judgement.growth().fromCycle(), judgement.growth().toCycle());
  }
}
