package snapbench.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.numbers.arrays.Selection;

/**
 * The median of the slopes between all pairs of points (H. Theil, "A rank-invariant method of
 * linear and polynomial regression analysis", 1950; P. K. Sen, "Estimates of the regression
 * coefficient based on Kendall's tau", Journal of the American Statistical Association 63 (1968),
 * 1379–1389).
 *
 * <p>Where there are many, a sample tells between which two values the middle lies, so that the
 * others need only be counted (R. W. Floyd and R. L. Rivest, "Expected time bounds for selection",
 * Communications of the ACM 18 (1975), 165–172). The sample decides how long it takes, not what
 * comes out.
 */
public final class TheilSen {
  private static final int MANY = 20_000;
  private static final int SAMPLE = 4000;

  /** Of the sample, on each side of its middle: nearly four standard deviations of a median. */
  private static final int REACH = SAMPLE * 3 / 100;

  private final double[] x;
  private final double[] y;
  private final int count;
  private int below;

  private TheilSen(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    this.count = y.length * (y.length - 1) / 2;
  }

  /**
   * The slope of a line through points.
   *
   * @param x going up; at most some thousand, since all pairs are compared
   * @param y a value for each
   * @return NaN for fewer than two points
   */
  public static double slope(double[] x, double[] y) {
    return y.length < 2 ? Double.NaN : new TheilSen(x, y).median();
  }

  private double median() {
    int upper = count / 2;
    int lower = (count - 1) / 2;
    double[] middle = around(lower, upper);
    Selection.select(middle, new int[] {lower - below, upper - below});
    return (middle[lower - below] + middle[upper - below]) / 2;
  }

  /** At least those that would be from one index to another if all were sorted, in any order. */
  private double[] around(int first, int last) {
    if (count > MANY) {
      double[] sample = sample();
      double[] near = between(sample[SAMPLE / 2 - REACH], sample[SAMPLE / 2 + REACH]);
      if (below <= first && last < below + near.length) {
        return near;
      }
    }
    return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private double slope(int i, int j) {
    return (y[j] - y[i]) / (x[j] - x[i]);
  }

  private double[] sample() {
    SplittableRandom random = new SplittableRandom(1);
    double[] sample = new double[SAMPLE];
    for (int k = 0; k < SAMPLE; k++) {
      int i = random.nextInt(y.length);
      int j = (i + random.nextInt(1, y.length)) % y.length;
      sample[k] = slope(i, j);
    }
    Arrays.sort(sample);
    return sample;
  }

  /** Those between two values, and how many are below. */
  private double[] between(double low, double high) {
    double[] found = new double[Math.min(count, MANY)];
    int size = 0;
    below = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = i + 1; j < y.length; j++) {
        double slope = slope(i, j);
        if (slope < low) {
          below++;
        } else if (slope <= high) {
          if (size == found.length) {
            found = Arrays.copyOf(found, Math.min(count, 2 * size));
          }
          found[size++] = slope;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
