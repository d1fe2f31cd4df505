package snapbench.analysis.verdict;

import java.util.HashMap;
import java.util.Map;

/** A series as it is judged, and what is known of it: what all evidence is drawn from. */
public final class PreparedSeries {
  private final Series original;
  private final Series series;
  private final SeriesContext known;
  private final Limits limits;
  private final RiseDetector pauses;
  private final Map<Integer, GrowthEstimate> growths = new HashMap<>();

  PreparedSeries(Series series, SeriesContext known) {
    this.original = series;
    this.series = series.size() == 0 ? series : HampelFilter.replaced(Downsampling.of(series));
    this.known = known;
    this.limits =
        series.size() == 0 ? new Limits(0, 0, 0) : Limits.of(series, known, Noise.of(this.series));
    this.pauses = RiseDetector.of(this.series, limits.step(), limits.growthPerCycle() / 2);
  }

  /** As it was read. */
  Series original() {
    return original;
  }

  /** Thinned out, and without outliers. */
  public Series series() {
    return series;
  }

  public Limits limits() {
    return limits;
  }

  RiseDetector pauses() {
    return pauses;
  }

  SeriesContext known() {
    return known;
  }

  boolean tooFewPoints() {
    return series.size() < Judge.FEWEST_POINTS;
  }

  /** From the first reading to the last. */
  double cycles() {
    return series.size() == 0 ? Double.NaN : last() - series.cycle(0);
  }

  /** The last cycle. */
  double last() {
    return series.cycle(series.size() - 1);
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
  public double risenSoFar() {
    return series.value(series.size() - 1) - series.value(0);
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
