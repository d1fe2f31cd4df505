package snapbench.analysis.verdict;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A quantity over cycles, or over another axis that only goes up, such as hours. What is unknown is
 * left out; points are in the order of their cycles.
 */
public final class Series {
  private final Quantity quantity;
  private final double[] cycles;
  private final double[] values;

  private Series(Quantity quantity, double[] cycles, double[] values) {
    this.quantity = quantity;
    this.cycles = cycles;
    this.values = values;
  }

  /**
   * Makes a series of its points.
   *
   * @param quantity what it is about
   * @param cycles where each value was read; 0 is before the first cycle
   * @param values a value for each; NaN where it is unknown, which is left out
   * @throws IllegalArgumentException if there are not as many values as cycles, a cycle or value is
   *     infinite, a cycle is unknown, or a cycle is there twice
   */
  public static Series of(Quantity quantity, double[] cycles, double[] values) {
    Objects.requireNonNull(quantity, "quantity");
    if (cycles.length != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + cycles.length + " cycles");
    }
    int[] order =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(cycles[a], cycles[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] x = Arrays.stream(order).mapToDouble(i -> cycles[i]).toArray();
    double[] y = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        throw new IllegalArgumentException("cycle " + x[i] + " with value " + y[i]);
      }
      if (i > 0 && x[i] <= x[i - 1]) {
        throw new IllegalArgumentException("cycle " + x[i] + " is there twice");
      }
    }
    return new Series(quantity, x, y);
  }

  /** What it is about. */
  public Quantity quantity() {
    return quantity;
  }

  /** How many points it has. */
  public int size() {
    return values.length;
  }

  /** Where a point was read. */
  public double cycle(int index) {
    return cycles[index];
  }

  /** The value of a point. */
  public double value(int index) {
    return values[index];
  }

  /** Where all points were read, a copy. */
  public double[] cycles() {
    return cycles.clone();
  }

  /** The values of all points, a copy. */
  public double[] values() {
    return values.clone();
  }

  /** By how much each value is above the one before. */
  double[] differences() {
    return IntStream.range(1, size()).mapToDouble(i -> values[i] - values[i - 1]).toArray();
  }

  /** The last value. */
  public double last() {
    return values[values.length - 1];
  }

  /** Where the last value was read. */
  public double lastCycle() {
    return cycles[cycles.length - 1];
  }

  /** The points from one index to before another. */
  public Series between(int from, int to) {
    return new Series(
        quantity, Arrays.copyOfRange(cycles, from, to), Arrays.copyOfRange(values, from, to));
  }

  /** The points from an index on. */
  public Series from(int index) {
    return between(index, size());
  }

  /** The first index at or after a cycle; {@link #size()} if there is none. */
  public int indexOf(double cycle) {
    int found = Arrays.binarySearch(cycles, cycle);
    return found >= 0 ? found : -found - 1;
  }
}
