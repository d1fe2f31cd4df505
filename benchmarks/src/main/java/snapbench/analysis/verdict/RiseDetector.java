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
 */
final class RiseDetector {
  private static final int LONGEST_LOOK_BACK = 50;

  private final Series series;
  private final List<Integer> rises = new ArrayList<>();
  private double quietCycles;
  private double longestPause;

  private RiseDetector(Series series) {
    this.series = series;
  }

  /**
   * Finds rises and pauses.
   *
   * @param step the smallest rise that matters, in the unit of the series
   * @param driftPerCycle what a level may drift without being a rise
   */
  static RiseDetector of(Series series, double step, double driftPerCycle) {
    RiseDetector pauses = new RiseDetector(series);
    pauses.findRises(step, driftPerCycle);
    pauses.measure();
    return pauses;
  }

  private void findRises(double step, double driftPerCycle) {
    int n = series.size();
    int start = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < n; i++) {
      double level = Math.max(highest, level(start, i, driftPerCycle));
      boolean above = series.value(i) > level + step;
      boolean confirmed = i + 1 == n || series.value(i + 1) > level + step;
      if (above && confirmed) {
        highest = level;
        start = i;
        rises.add(i);
      }
    }
  }

  /** The level before a reading, had it drifted until there from the middle of its pause. */
  private double level(int from, int to, double driftPerCycle) {
    // the last readings only, so that a long pause does not cost more and more
    int first = Math.max(from, to - LONGEST_LOOK_BACK);
    double middle = (series.cycle(first) + series.cycle(to - 1)) / 2;
    return Medians.of(series.between(first, to).values())
        + driftPerCycle * (series.cycle(to) - middle);
  }

  private void measure() {
    if (series.size() == 0) {
      return;
    }
    int before = 0;
    for (int rise : rises) {
      longestPause = Math.max(longestPause, series.cycle(rise - 1) - series.cycle(before));
      before = rise;
    }
    quietCycles = series.cycle(series.size() - 1) - series.cycle(before);
  }

  /** Index of the reading at which the last rise was complete; 0 if there was none. */
  int lastRise() {
    return rises.isEmpty() ? 0 : rises.get(rises.size() - 1);
  }

  /** Whether there was a rise. */
  boolean hasRisen() {
    return !rises.isEmpty();
  }

  /** Cycles after which a rise was seen. */
  List<Double> riseCycles() {
    return rises.stream().map(series::cycle).toList();
  }

  /** Cycles without a rise at the end. */
  double quietCycles() {
    return quietCycles;
  }

  /** Longest pause, in cycles, that was followed by a rise; 0 if there was none. */
  double longestPause() {
    return longestPause;
  }
}
