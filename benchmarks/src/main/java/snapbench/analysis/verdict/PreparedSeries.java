package snapbench.analysis.verdict;

import java.util.HashMap;
import java.util.Map;

/**
 * A series as it is judged, and what is known of it: what all evidence is drawn from.
 *
 * @param original as it was read
 * @param series thinned out, and without outliers
 * @param known what is known beside it
 * @param limits the thresholds in its unit
 * @param pauses where it rose, and how long it was quiet between
 * @param growths what {@link #growth(int)} found, by the reading's index
 */
record PreparedSeries(
    Series original,
    Series series,
    SeriesContext known,
    Limits limits,
    RiseDetector pauses,
    Map<Integer, GrowthEstimate> growths) {

  static PreparedSeries of(Series original, SeriesContext known) {
    boolean isEmpty = original.size() == 0;
    Series series = isEmpty ? original : HampelFilter.replaced(Downsampling.of(original));
    Limits limits = isEmpty ? new Limits(0, 0, 0) : Limits.of(original, known, Noise.of(series));
    RiseDetector pauses = RiseDetector.of(series, limits.step(), limits.growthPerCycle() / 2);
    return new PreparedSeries(original, series, known, limits, pauses, new HashMap<>());
  }

  boolean tooFewPoints() {
    return series.size() < Judge.FEWEST_POINTS;
  }

  /** From the first reading to the last. */
  double cycles() {
    return series.size() == 0 ? Double.NaN : series.lastCycle() - series.cycle(0);
  }

  /** From one reading to the next: a number of readings is as many times as long as this. */
  double spacing() {
    return cycles() / Math.max(1, original.size() - 1);
  }

  boolean roundIsKnown() {
    return !Double.isNaN(known.round());
  }

  /** The round or, where it is unknown, the longest pause that growth followed. */
  double round() {
    return roundIsKnown() ? known.round() : pauses.longestPause();
  }

  boolean hasTwoRounds() {
    return cycles() >= 2 * round();
  }

  /** Index of the first reading after it; 0 where it is unknown or not over. */
  int firstRoundEnd() {
    if (!roundIsKnown()) {
      return 0;
    }
    int end = series.indexOf(series.cycle(0) + known.round());
    return series.size() - end < Judge.FEWEST_QUIET_POINTS ? 0 : end;
  }

  /** How far the last reading is above the first. */
  double risenSoFar() {
    return series.last() - series.value(0);
  }

  /** From a reading to the last. */
  GrowthEstimate growth(int from) {
    return growths.computeIfAbsent(
        from, index -> LocalLevelModel.growth(series.from(index), known.alpha()));
  }

  /** Of what was left of a series; where nothing was taken out, that is known. */
  @SuppressWarnings("ReferenceEquality")
  GrowthEstimate growth(Series left, Series whole, GrowthEstimate ofWhole) {
    return left == whole ? ofWhole : LocalLevelModel.growth(left, known.alpha());
  }
}
