package snapbench.self.speed;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

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
    double[] of =
        Quantile.withDefaults()
            .with(EstimationMethod.HF1)
            .evaluate(Arrays.stream(nanos).asDoubleStream().toArray(), 0.5, 0.9);
    return new TimeQuantiles(of[0] / NANOS_PER_MILLI, of[1] / NANOS_PER_MILLI);
  }
}
