package snapbench.results.jmh;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;

/**
 * One entry of a result file in JMH's JSON format: a benchmark in one mode with one value for each
 * parameter, over all its forks.
 *
 * @param benchmark class and method
 * @param mode JMH's short name of the mode
 * @param params value by name; empty if it has none
 * @param primaryMetric the score
 * @param secondaryMetrics what profilers added, by label
 * @param settings how JMH measured it
 */
public record JmhResult(
    String benchmark,
    String mode,
    Map<String, String> params,
    Metric primaryMetric,
    Map<String, Metric> secondaryMetrics,
    JmhSettings settings) {

  public JmhResult {
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(primaryMetric, "primaryMetric");
    params = copy(params);
    secondaryMetrics = copy(secondaryMetrics);
    Objects.requireNonNull(settings, "settings");
  }

  /** A result of which nobody knows how it was measured. */
  public JmhResult(
      String benchmark,
      String mode,
      Map<String, String> params,
      Metric primaryMetric,
      Map<String, Metric> secondaryMetrics) {
    this(benchmark, mode, params, primaryMetric, secondaryMetrics, JmhSettings.UNKNOWN);
  }

  @JsonCreator
  static JmhResult read(
      @JsonProperty(value = "benchmark", required = true) String benchmark,
      @JsonProperty(value = "mode", required = true) String mode,
      @JsonProperty("params") Map<String, String> params,
      @JsonProperty(value = "primaryMetric", required = true) Metric primaryMetric,
      @JsonProperty("secondaryMetrics") Map<String, Metric> secondaryMetrics,
      @JsonAnySetter Map<String, Object> others) {
    return new JmhResult(
        benchmark,
        mode,
        params,
        primaryMetric,
        secondaryMetrics,
        others == null ? JmhSettings.UNKNOWN : JmhSettings.of(others));
  }

  private static <V> Map<String, V> copy(@Nullable Map<String, V> map) {
    if (map == null) {
      return Map.of();
    }
    map.forEach((name, value) -> Objects.requireNonNull(value, name));
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Whether a fork is one of its forks. */
  public boolean isOf(Fork fork) {
    return fork.benchmark().equals(benchmark)
        && fork.mode().equals(mode)
        && fork.params().equals(params);
  }

  /**
   * Its forks, where nothing else is known of them.
   *
   * @param number of the first
   */
  public List<Fork> bareForks(int number) {
    return IntStream.range(0, Math.max(1, primaryMetric.rawData.size()))
        .mapToObj(
            i ->
                new Fork(
                    number + i,
                    benchmark,
                    mode,
                    i + 1,
                    params,
                    Fork.State.MEASURED,
                    null,
                    null,
                    null,
                    List.of(),
                    iterations(i),
                    Look.ONLY))
        .toList();
  }

  private List<Iteration> iterations(int fork) {
    List<Iteration> iterations = new ArrayList<>();
    int count = primaryMetric.row(fork).size();
    for (int i = 0; i < count; i++) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (Map.Entry<String, Metric> entry : secondaryMetrics.entrySet()) {
        List<Double> row = entry.getValue().row(fork);
        // JMH leaves out what an iteration did not have: then it is unknown which one it was.
        metrics.put(entry.getKey(), row.size() == count ? row.get(i) : Double.NaN);
      }
      iterations.add(new Iteration(false, i + 1, metrics));
    }
    return iterations;
  }

  /** The same with other parameters. */
  public JmhResult withParams(Map<String, String> others) {
    return new JmhResult(benchmark, mode, others, primaryMetric, secondaryMetrics, settings);
  }

  /**
   * A metric.
   *
   * @param score the mean, or what the metric's aggregation makes of it; NaN if unknown
   * @param scoreError half of the 99.9 % confidence interval; NaN if unknown, as after one
   *     iteration
   * @param scoreUnit for instance {@code ops/s}; "unknown" if it is not there
   * @param rawData a row for each fork, with a value for each iteration: of a histogram, which the
   *     mode {@code sample} has instead, the mean
   * @param scorePercentiles value by percentile as JMH writes it, for instance {@code 99.9}: of all
   *     samples where a histogram was kept, otherwise of the iterations; empty if not there
   */
  public record Metric(
      double score,
      double scoreError,
      String scoreUnit,
      List<List<Double>> rawData,
      Map<String, Double> scorePercentiles) {
    public Metric {
      scoreUnit = scoreUnit == null ? "unknown" : scoreUnit;
      rawData =
          rawData == null
              ? List.of()
              : rawData.stream().map(row -> (List<Double>) DoubleList.of(row)).toList();
      scorePercentiles = copy(scorePercentiles);
    }

    /** A metric without percentiles. */
    public Metric(double score, double scoreError, String scoreUnit, List<List<Double>> rawData) {
      this(score, scoreError, scoreUnit, rawData, Map.of());
    }

    /** The values of a fork, from 0; none where there is no such row. */
    List<Double> row(int fork) {
      return fork < rawData.size() ? rawData.get(fork) : List.of();
    }

    @JsonCreator
    static Metric read(
        @JsonProperty("score") @Nullable Double score,
        @JsonProperty("scoreError") @Nullable Double scoreError,
        @JsonProperty("scoreUnit") String scoreUnit,
        @JsonProperty("rawData") List<List<Double>> rawData,
        @JsonProperty("rawDataHistogram") double[] @Nullable [][][] rawDataHistogram,
        @JsonProperty("scorePercentiles") Map<String, Double> scorePercentiles) {
      return new Metric(
          score == null ? Double.NaN : score,
          scoreError == null ? Double.NaN : scoreError,
          scoreUnit,
          rawData == null && rawDataHistogram != null ? means(rawDataHistogram) : rawData,
          scorePercentiles);
    }

    /** Of each fork's iterations, whose samples are pairs of a value and how often it occurred. */
    private static List<List<Double>> means(double[][][][] forks) {
      return Arrays.stream(forks)
          .map(fork -> Arrays.stream(fork).map(Metric::mean).toList())
          .toList();
    }

    private static double mean(double[][] samples) {
      double sum = Arrays.stream(samples).mapToDouble(each -> each[0] * each[1]).sum();
      return sum / Arrays.stream(samples).mapToDouble(each -> each[1]).sum();
    }
  }
}
