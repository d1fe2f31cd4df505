package snapbench.analysis.verdict;

import java.util.List;

/**
 * What a series comes to, with the evidence.
 *
 * @param quantity what the series is about
 * @param verdict the verdict
 * @param reason why, in a sentence; for INCONCLUSIVE also what would settle it
 * @param growth growth per cycle over the cycles that decide: for GROWING and INCONCLUSIVE the last
 *     round and since, for PLATEAU since the last rise, for FLAT since the first round
 * @param detectable smallest growth per cycle that would have been found 19 times of 20; NaN where
 *     there are too few cycles for any
 * @param threshold growth per cycle that is too small to matter, in the unit of the series
 * @param cycles cycles from the first to the last reading
 * @param points readings that are known
 * @param baseline the first reading; NaN if there is none
 * @param last the last reading; NaN if there is none
 * @param rises cycles after which a rise was seen
 * @param quietCycles cycles since the last rise
 * @param longestPause longest pause, in cycles, that was followed by growth; 0 if none was
 * @param trendPValue of no trend over the cycles that decide, two-sided (Mann-Kendall, corrected
 *     for ties and autocorrelation); NaN where there are too few points
 */
public record Judgement(
    Quantity quantity,
    Verdict verdict,
    String reason,
    GrowthEstimate growth,
    double detectable,
    double threshold,
    double cycles,
    int points,
    double baseline,
    double last,
    List<Double> rises,
    double quietCycles,
    double longestPause,
    double trendPValue) {

  public Judgement {
    rises = List.copyOf(rises);
  }

  /** Growth per cycle as a share of a size in the unit of the series; NaN if either is unknown. */
  public double shareOf(double size) {
    return size > 0 ? growth.perCycle() / size : Double.NaN;
  }
}
