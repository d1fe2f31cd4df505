package snapbench.analysis.verdict;

/**
 * The thresholds in the unit of a series.
 *
 * @param growthPerCycle growth per cycle that is too small to matter
 * @param allowance what may be added once
 * @param step the smallest rise that is one: what would be too small to matter if a round, or five
 *     cycles, added it, but no more than the allowance; beyond noise
 */
public record Limits(double growthPerCycle, double allowance, double step) {
  /** A rise is told from noise at so many standard deviations. */
  private static final double BEYOND_NOISE = 4;

  private static final double SHORTEST_ROUND = 5;

  static Limits of(Series series, SeriesContext known, double noise) {
    Thresholds thresholds = known.thresholds();
    double baseline = Math.abs(series.value(0));
    double threads = Double.isNaN(known.round()) ? 1 : known.round();
    double growth;
    double allowance;
    switch (series.quantity().kind()) {
      case COUNT -> {
        growth = thresholds.growthCount();
        allowance = thresholds.allowanceCount();
      }
      case MEMORY_KIB -> {
        double share =
            Double.isNaN(known.databaseKiB())
                ? thresholds.growthOfBaseline() * baseline
                : thresholds.growthOfDatabase() * known.databaseKiB();
        growth = Math.max(share, thresholds.growthKiB());
        allowance =
            Double.isNaN(known.databaseKiB()) || Double.isNaN(known.round())
                ? thresholds.allowanceOfBaseline() * baseline
                : thresholds.allowanceKiB() + thresholds.allowanceOfThreadKiB() * threads;
      }
      default -> {
        growth = thresholds.growthOfBaseline() * baseline;
        allowance = thresholds.allowanceOfBaseline() * baseline;
      }
    }
    double smallest = series.quantity().kind().resolution() / 2;
    double matters = Math.min(growth * Math.max(threads, SHORTEST_ROUND), allowance);
    double step = Math.max(matters, BEYOND_NOISE * noise);
    return new Limits(growth, allowance, Math.max(step, smallest));
  }
}
