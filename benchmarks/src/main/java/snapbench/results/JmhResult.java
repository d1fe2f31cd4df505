package snapbench.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a result file in JMH's JSON format: a benchmark in one mode with one value for each
 * parameter, over all its forks.
 *
 * @param benchmark class and method
 * @param mode JMH's short name of the mode
 * @param params value by name; empty if it has none
 * @param primaryMetric the score
 * @param secondaryMetrics what profilers added, by label
 */
public record JmhResult(
    @JsonProperty(required = true) String benchmark,
    @JsonProperty(required = true) String mode,
    Map<String, String> params,
    @JsonProperty(required = true) Metric primaryMetric,
    Map<String, Metric> secondaryMetrics) {

  /** Copies the maps. */
  public JmhResult {
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(primaryMetric, "primaryMetric");
    params = copy(params);
    secondaryMetrics = copy(secondaryMetrics);
  }

  private static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
    if (map == null) {
      return Map.of();
    }
    map.forEach((name, value) -> Objects.requireNonNull(value, name));
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Whether a cell is one of its forks. */
  public boolean isOf(Cell cell) {
    return cell.benchmark().equals(benchmark)
        && cell.mode().equals(mode)
        && cell.params().equals(params);
  }

  /**
   * A metric.
   *
   * @param score the mean, or what the metric's aggregation makes of it; NaN if unknown
   * @param scoreError half of the 99.9 % confidence interval; NaN if unknown, as after one
   *     iteration
   * @param scoreUnit for instance {@code ops/s}; "unknown" if it is not there
   * @param rawData a row for each fork, with a value for each iteration; empty in modes that keep a
   *     histogram instead
   */
  public record Metric(
      double score, double scoreError, String scoreUnit, List<List<Double>> rawData) {
    /** Copies the rows. */
    public Metric {
      scoreUnit = scoreUnit == null ? "unknown" : scoreUnit;
      rawData = rawData == null ? List.of() : rawData.stream().map(List::copyOf).toList();
    }
  }
}
