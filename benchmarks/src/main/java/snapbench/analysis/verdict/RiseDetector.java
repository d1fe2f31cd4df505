package snapbench.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.stats.Medians;

/**
 * Where a series rose above all it had been, and how long it was quiet between.
 *
 * <p>A rise is a reading above the highest level so far by more than a step that matters, confirmed
 * by the next reading; a level is the median of the readings since the last rise, and may drift as
 * far as does not matter. So what comes back down again, as under a garbage collector, is a rise
 * once, and growth that matters is a rise each time it has added up to a step.
 *
 * @param rises cycles after which a rise was seen
 * @param lastRise index of the reading at which the last rise was complete; 0 if there was none
 * @param quietCycles cycles without a rise at the end
 * @param longestPause longest pause, in cycles, that was followed by a rise; 0 if there was none
 */
record RiseDetector(List<Double> rises, int lastRise, double quietCycles, double longestPause) {
  private static final int LONGEST_LOOK_BACK = 50;

  /**
   * Finds rises and pauses.
   *
   * @param step the smallest rise that matters, in the unit of the series
   * @param driftPerCycle what a level may drift without being a rise
   */
  static RiseDetector of(Series series, double step, double driftPerCycle) {
    int n = series.size();
    List<Double> rises = new ArrayList<>();
    int start = 0;
    double highest = Double.NEGATIVE_INFINITY;
    double longestPause = 0;
    for (int i = 1; i < n; i++) {
      double level = Math.max(highest, level(series, start, i, driftPerCycle));
      boolean above = series.value(i) > level + step;
      boolean confirmed = i + 1 == n || series.value(i + 1) > level + step;
      if (above && confirmed) {
        longestPause = Math.max(longestPause, series.cycle(i - 1) - series.cycle(start));
        highest = level;
        start = i;
        rises.add(series.cycle(i));
      }
    }
    double quietCycles = n == 0 ? 0 : series.lastCycle() - series.cycle(start);
    return new RiseDetector(rises, start, quietCycles, longestPause);
  }

  /** The level before a reading, had it drifted until there from the middle of its pause. */
  private static double level(Series series, int from, int to, double driftPerCycle) {
    // the last readings only, so that a long pause does not cost more and more
    int first = Math.max(from, to - LONGEST_LOOK_BACK);
    double middle = (series.cycle(first) + series.cycle(to - 1)) / 2;
    return Medians.of(series.between(first, to).values())
        + driftPerCycle * (series.cycle(to) - middle);
  }

  /** Whether there was a rise. */
  boolean hasRisen() {
    return !rises.isEmpty();
  }
}
