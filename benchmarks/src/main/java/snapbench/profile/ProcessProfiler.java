package snapbench.profile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;
import snapbench.model.Metric;

/**
 * Adds the testee's memory, descriptors and phase times to each iteration's result: {@code -prof
 * process}, or, for JMH alone, {@code -prof snapbench.profile.ProcessProfiler}.
 *
 * <p>Every {@link Metric} (without {@code ledger=true}, but for those of the ledger) is there in
 * every iteration, NaN where it is unknown. One that is left out would be left out of {@code
 * rawData}, which moves all later values one iteration forward, and still count as 0 in the score.
 */
public final class ProcessProfiler implements InternalProfiler {
  /** What stands for this class on our command line. */
  public static final String SHORT_NAME = "process";

  private static volatile ProcessProfilerOptions options = ProcessProfilerOptions.DEFAULTS;

  private final Set<Metric> told = EnumSet.noneOf(Metric.class);

  /**
   * For {@link java.util.ServiceLoader}, by which JMH makes one in every JVM that lists or looks
   * for profilers, whether it was asked for or not. Changes nothing.
   */
  public ProcessProfiler() {}

  /**
   * For a profiler that was asked for. JMH makes it before it sets up the benchmark.
   *
   * @param line the options, as in {@code period=20;live=none}; may be empty
   * @throws ProfilerException if they are wrong, with one line to say how; or with the help text,
   *     where that is asked for
   */
  public ProcessProfiler(String line) throws ProfilerException {
    choose(ProcessProfilerOptions.parse(line));
  }

  /** The options that the profiler of this JVM was given; the defaults if there is none. */
  public static ProcessProfilerOptions options() {
    return options;
  }

  private static void choose(ProcessProfilerOptions chosen) {
    options = chosen;
  }

  @Override
  public String getDescription() {
    return "Resident memory, descriptors, threads and phase times of the testee, through OSHI";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    IterationMetrics.take();
  }

  /** Never throws: JMH would report that instead of the benchmark's own failure. */
  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Map<Metric, Double> values = IterationMetrics.take();
    tellWhatIsMissing(values);
    return Metric.reported(options.ledger()).stream()
        .map(
            each ->
                new ScalarResult(
                    each.label(),
                    values.getOrDefault(each, Double.NaN),
                    each.unit(),
                    each.aggregation()))
        .toList();
  }

  private void tellWhatIsMissing(Map<Metric, Double> values) {
    List<Metric> missing =
        Metric.reported(options.ledger()).stream()
            .filter(metric -> isMissing(metric, values))
            .filter(told::add)
            .toList();
    if (!missing.isEmpty()) {
      String labels = missing.stream().map(Metric::label).collect(Collectors.joining(", "));
      System.err.printf(
          "-prof %s: %s; recorded as NaN (said once)%n",
          SHORT_NAME,
          values.isEmpty() ? "the benchmark reported nothing" : "could not be read: " + labels);
    }
  }

  /** NaN is an answer where a metric may not apply, but not where it always does. */
  private static boolean isMissing(Metric metric, Map<Metric, Double> values) {
    Double value = values.get(metric);
    return value == null || (metric.isOfProcess() && value.isNaN());
  }
}
