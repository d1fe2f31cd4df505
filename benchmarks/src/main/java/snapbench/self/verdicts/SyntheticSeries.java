package snapbench.self.verdicts;

import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;

/**
 * A series of which the truth is known.
 *
 * @param kind how it was made
 * @param series what the judge sees
 * @param circumstances what the judge is told
 * @param trend its expected path without noise, above the baseline, at each cycle from 0 to {@value
 *     #CYCLES_AHEAD} after the last that the judge sees
 */
record SyntheticSeries(
    SyntheticKind kind, Series series, SeriesContext circumstances, Series trend) {
  /** Over how many cycles after the last reading the truth is taken. */
  static final int CYCLES_AHEAD = 40;

  /** A path that bends by less than this share of the first reading is straight. */
  private static final double STRAIGHT = 1e-9;

  /** The last cycle that the judge sees. */
  int cycles() {
    return trend.size() - 1 - CYCLES_AHEAD;
  }

  /** GrowthEstimate per cycle over the cycles after the last reading. */
  double growthAhead() {
    return (trend.value(trend.size() - 1) - trend.value(cycles())) / CYCLES_AHEAD;
  }

  /** The growth per cycle that matters: {@link Thresholds} applied to what the judge is told. */
  double threshold() {
    Thresholds thresholds = circumstances.thresholds();
    if (series.quantity().kind() == Quantity.Kind.COUNT) {
      return Thresholds.GROWTH_COUNT;
    }
    double share =
        Double.isNaN(circumstances.databaseKiB())
            ? thresholds.growthOfBaseline() * series.value(0)
            : thresholds.growthOfDatabase() * circumstances.databaseKiB();
    return Math.max(share, thresholds.growthKiB());
  }

  /** The truth. */
  boolean grows() {
    return growthAhead() > threshold();
  }

  /** True growth per cycle between two cycles; NaN where the path between them is not straight. */
  double growthBetween(double from, double to) {
    if (!(from >= 0 && to <= cycles() && from < to)) {
      return Double.NaN;
    }
    int first = (int) from;
    int last = (int) to;
    double slope = (trend.value(last) - trend.value(first)) / (last - first);
    for (int i = first; i <= last; i++) {
      if (Math.abs(trend.value(first) + slope * (i - first) - trend.value(i))
          > STRAIGHT * series.value(0)) {
        return Double.NaN;
      }
    }
    return slope;
  }
}
