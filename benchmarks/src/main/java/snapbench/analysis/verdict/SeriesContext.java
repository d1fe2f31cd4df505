package snapbench.analysis.verdict;

/**
 * What is known beside a series, and how strictly to judge.
 *
 * @param round cycles until each worker thread has had its turn, at least 1; NaN if unknown
 * @param databaseKiB size of the live database in KiB; NaN if unknown
 * @param thresholds what growth is too small to matter
 * @param alpha one minus the confidence of the intervals, for instance 0.05
 * @param per what the series was read over, for sentences: {@code cycle}, {@code hour}
 */
public record SeriesContext(
    double round, double databaseKiB, Thresholds thresholds, double alpha, String per) {
  /** The level of intervals that are looked at once. */
  public static final double ALPHA = 0.05;

  /** Nothing is known: the judgement of a series from elsewhere. */
  public static final SeriesContext UNKNOWN =
      new SeriesContext(Double.NaN, Double.NaN, Thresholds.STANDARD, ALPHA);

  /** Of a series that was read over cycles. */
  public SeriesContext(double round, double databaseKiB, Thresholds thresholds, double alpha) {
    this(round, databaseKiB, thresholds, alpha, "cycle");
  }

  /** Checks the ranges. */
  public SeriesContext {
    if (round < 1 || databaseKiB < 0 || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "round " + round + ", database " + databaseKiB + " KiB, alpha " + alpha);
    }
  }

  /** The same with another level. */
  public SeriesContext withAlpha(double level) {
    return new SeriesContext(round, databaseKiB, thresholds, level, per);
  }
}
