package snapbench.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by label, where a run has a million maps with the same labels: the labels are kept once,
 * and a value takes 8 bytes. It does not change; what is null is NaN.
 */
final class MetricValues extends AbstractMap<String, Double> {
  /** More sets of labels than these are not kept: they are not those of a run. */
  private static final int MOST_SETS = 1000;

  private static final Map<List<String>, Map<String, Integer>> SETS = new ConcurrentHashMap<>();

  /** Index by label, in their order. */
  private final Map<String, Integer> indices;

  private final double[] values;

  private MetricValues(Map<String, Integer> indices, double[] values) {
    this.indices = indices;
    this.values = values;
  }

  /** A copy. */
  static MetricValues of(Map<String, Double> map) {
    if (map instanceof MetricValues same) {
      return same;
    }
    double[] values =
        map.values().stream().mapToDouble(value -> value == null ? Double.NaN : value).toArray();
    return new MetricValues(indices(List.copyOf(map.keySet())), values);
  }

  private static Map<String, Integer> indices(List<String> labels) {
    Map<String, Integer> known = SETS.get(labels);
    if (known != null) {
      return known;
    }
    Map<String, Integer> indices = new LinkedHashMap<>();
    labels.forEach(label -> indices.put(label, indices.size()));
    if (SETS.size() < MOST_SETS) {
      SETS.put(labels, indices);
    }
    return indices;
  }

  @Override
  public @Nullable Double get(@Nullable Object label) {
    Integer index = indices.get(label);
    return index == null ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object label) {
    return indices.containsKey(label);
  }

  @Override
  public Set<Entry<String, Double>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Double>> iterator() {
        return indices.entrySet().stream()
            .map(entry -> Map.entry(entry.getKey(), (Double) values[entry.getValue()]))
            .iterator();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }
}
