package snapbench.analysis.verdict;

/**
 * Growth per cycle, with its interval; NaN where there are too few points.
 *
 * @param perCycle the estimate, in the unit of the series
 * @param lower lower end of the interval; minus infinity if there are too few points for one
 * @param upper upper end of the interval; infinite if there are too few points for one
 * @param fromCycle first cycle that it is of
 * @param toCycle last cycle that it is of
 */
public record GrowthEstimate(
    double perCycle, double lower, double upper, double fromCycle, double toCycle) {
  /** Half the interval's width. */
  public double halfWidth() {
    return (upper - lower) / 2;
  }
}
