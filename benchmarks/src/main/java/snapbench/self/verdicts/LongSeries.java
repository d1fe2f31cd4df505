package snapbench.self.verdicts;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Series;

/** How long it takes to judge a series of very many points. */
final class LongSeries {
  private LongSeries() {}

  /** Judges one series of a kind, and says in a line how long it took and what came out. */
  static String line(SyntheticKind kind, int points, long seed) {
    SyntheticSeries synthetic = kind.series(points - 1, seed, 0);
    double[] cycles = synthetic.series().cycles();
    double[] values = synthetic.series().values();
    long start = System.nanoTime();
    Series series = Series.of(synthetic.series().quantity(), cycles, values);
    long made = System.nanoTime();
    Judgement judgement = Judge.judge(series, synthetic.circumstances());
    long judged = System.nanoTime();
    return String.format(
        Locale.ROOT,
        "  %10.3f  %8.3f  %-5s  %-12s  %s",
        seconds(made - start),
        seconds(judged - made),
        synthetic.grows() ? "yes" : "no",
        judgement.verdict(),
        kind.title());
  }

  private static double seconds(long nanos) {
    return (double) nanos / TimeUnit.SECONDS.toNanos(1);
  }
}
