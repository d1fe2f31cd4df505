package snapbench.self.speed;

import java.util.Arrays;

/**
 * Two quantiles of many durations; NaN where none was measured.
 *
 * @param medianMillis half of them took at most this long, in milliseconds
 * @param p90Millis nine tenths of them took at most this long, in milliseconds
 */
public record TimeQuantiles(double medianMillis, double p90Millis) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Forms the quantiles of durations in nanoseconds, by nearest rank. */
  static TimeQuantiles ofNanos(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new TimeQuantiles(quantileMillis(sorted, 0.5), quantileMillis(sorted, 0.9));
  }

  private static double quantileMillis(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return rank == 0 ? Double.NaN : sorted[rank - 1] / NANOS_PER_MILLI;
  }
}
