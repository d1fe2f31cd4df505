package snapbench.analysis.verdict;

import snapbench.analysis.stats.Medians;

/**
 * Makes a long series short enough for methods that look at all pairs: each run of neighbours
 * becomes one point at its median. Nothing is lost that lasts for more than a run.
 */
public final class Downsampling {
  /** Most points that are judged one by one. */
  static final int MOST_POINTS = 1000;

  private Downsampling() {}

  /** The series, or its medians over equal runs where it is longer than {@link #MOST_POINTS}. */
  public static Series of(Series series) {
    int n = series.size();
    if (n <= MOST_POINTS) {
      return series;
    }
    double[] cycles = new double[MOST_POINTS];
    double[] values = new double[MOST_POINTS];
    // the first and the last reading stay as they are
    cycles[0] = series.cycle(0);
    values[0] = series.value(0);
    cycles[MOST_POINTS - 1] = series.lastCycle();
    values[MOST_POINTS - 1] = series.last();
    int runs = MOST_POINTS - 2;
    for (int i = 0; i < runs; i++) {
      int from = 1 + (int) ((long) (n - 2) * i / runs);
      int to = 1 + (int) ((long) (n - 2) * (i + 1) / runs);
      Series run = series.between(from, to);
      cycles[i + 1] = Medians.of(run.cycles());
      values[i + 1] = Medians.of(run.values());
    }
    return Series.of(series.quantity(), cycles, values);
  }
}
