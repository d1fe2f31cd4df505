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
    boolean isOurs = !Double.isNaN(known.databaseKiB());
    double growth =
        switch (series.quantity().kind()) {
          case COUNT -> Thresholds.GROWTH_COUNT;
          case MEMORY_KIB ->
              Math.max(
                  isOurs
                      ? thresholds.growthOfDatabase() * known.databaseKiB()
                      : thresholds.growthOfBaseline() * baseline,
                  thresholds.growthKiB());
          case OTHER -> thresholds.growthOfBaseline() * baseline;
        };
    double ofBaseline = Thresholds.ALLOWANCE_OF_BASELINE * baseline;
    double allowance =
        switch (series.quantity().kind()) {
          case COUNT -> Thresholds.ALLOWANCE_COUNT;
          case MEMORY_KIB ->
              isOurs && !Double.isNaN(known.round())
                  ? Thresholds.ALLOWANCE_KIB + Thresholds.ALLOWANCE_OF_THREAD_KIB * threads
                  : ofBaseline;
          case OTHER -> ofBaseline;
        };
    double smallest = series.quantity().kind().resolution() / 2;
    double matters = Math.min(growth * Math.max(threads, SHORTEST_ROUND), allowance);
    double step = Math.max(matters, BEYOND_NOISE * noise);
    return new Limits(growth, allowance, Math.max(step, smallest));
  }
}
