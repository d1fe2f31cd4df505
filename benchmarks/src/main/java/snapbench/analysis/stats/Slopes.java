package snapbench.analysis.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The slopes between all pairs of points, of which those in the middle are wanted. Where there are
 * many, a sample tells between which two values these lie, so that the others need only be counted
 * (R. W. Floyd and R. L. Rivest, "Expected time bounds for selection", Communications of the ACM 18
 * (1975), 165–172). The sample decides how long it takes, not what comes out.
 */
public final class Slopes {
  private static final int MANY = 20_000;
  private static final int SAMPLE = 4000;

  /** Of the sample, on each side of its middle: nearly four standard deviations of a median. */
  private static final int REACH = SAMPLE * 3 / 100;

  private final double[] cycles;
  private final double[] values;
  private int below;

  /** Of at least two points, whose cycles go up. */
  public Slopes(double[] cycles, double[] values) {
    this.cycles = cycles;
    this.values = values;
  }

  public int count() {
    return values.length * (values.length - 1) / 2;
  }

  /** How many are below all that {@link #around} returned. */
  public int below() {
    return below;
  }

  /** At least those that would be from one index to another if all were sorted, in any order. */
  public double[] around(int first, int last) {
    if (count() > MANY) {
      double[] sample = sample();
      double[] near = between(sample[SAMPLE / 2 - REACH], sample[SAMPLE / 2 + REACH]);
      if (below <= first && last < below + near.length) {
        return near;
      }
    }
    return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private double slope(int i, int j) {
    return (values[j] - values[i]) / (cycles[j] - cycles[i]);
  }

  private double[] sample() {
    SplittableRandom random = new SplittableRandom(1);
    double[] sample = new double[SAMPLE];
    for (int k = 0; k < SAMPLE; k++) {
      int i = random.nextInt(values.length);
      int j = (i + random.nextInt(1, values.length)) % values.length;
      sample[k] = slope(i, j);
    }
    Arrays.sort(sample);
    return sample;
  }

  private double[] between(double low, double high) {
    double[] found = new double[Math.min(count(), MANY)];
    int size = 0;
    below = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        double slope = slope(i, j);
        if (slope < low) {
          below++;
        } else if (slope <= high) {
          if (size == found.length) {
            found = Arrays.copyOf(found, Math.min(count(), 2 * size));
          }
          found[size++] = slope;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
