package snapbench.analysis;

import java.util.List;

/** Judges a series: flat, plateau, growing or inconclusive. */
public final class Judge {
  private Judge() {}

  /** Judges a series. */
  public static Judgement judge(Series series, Circumstances circumstances) {
    Growth unknown =
        new Growth(
            Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    return new Judgement(
        series.quantity(),
        Verdict.INCONCLUSIVE,
        "not judged yet",
        unknown,
        Double.NaN,
        circumstances.thresholds().growthKiB(),
        Double.NaN,
        series.size(),
        Double.NaN,
        Double.NaN,
        List.of(),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }
}
