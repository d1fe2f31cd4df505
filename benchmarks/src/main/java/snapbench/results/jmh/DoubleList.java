package snapbench.results.jmh;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;

/** A list of numbers that takes 8 bytes for each, where a run has millions; it does not change. */
final class DoubleList extends AbstractList<Double> implements RandomAccess {
  private final double[] values;

  private DoubleList(double[] values) {
    this.values = values;
  }

  /** A copy; null is refused. */
  static DoubleList of(Collection<Double> values) {
    return values instanceof DoubleList same
        ? same
        : new DoubleList(
            values.stream().mapToDouble(value -> Objects.requireNonNull(value, "value")).toArray());
  }

  @Override
  public Double get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }
}
