package snapbench.run.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import snapbench.model.Look;

/**
 * Works out one cell of the plan as JMH would: the command line, then annotations, then defaults.
 */
final class CellPlanner {
  private final Options options;
  private final BenchmarkListEntry entry;
  private final int forks;

  CellPlanner(Options options, BenchmarkListEntry entry) {
    this.options = options;
    this.entry = entry;
    this.forks = options.getForkCount().orElse(entry.getForks().orElse(Defaults.MEASUREMENT_FORKS));
  }

  boolean inProcess() {
    return forks == 0;
  }

  PlannedCell plan(int number) {
    return new PlannedCell(
        number,
        Look.ONLY,
        number,
        entry.getUsername(),
        entry.getMode(),
        params(),
        Math.max(1, forks),
        inProcess() ? 0 : warmupForks(),
        inProcess(),
        iterations(),
        options.getJvmArgsAppend().orElse(entry.getJvmArgsAppend().orElse(List.of())));
  }

  private Map<String, String> params() {
    WorkloadParams params = entry.getWorkloadParams();
    Map<String, String> values = new LinkedHashMap<>();
    params.keys().forEach(key -> values.put(key, params.get(key)));
    return values;
  }

  private int warmupForks() {
    return options
        .getWarmupForkCount()
        .orElse(entry.getWarmupForks().orElse(Defaults.WARMUP_FORKS));
  }

  private Iterations iterations() {
    int warmups =
        options
            .getWarmupIterations()
            .orElse(entry.getWarmupIterations().orElse(warmupsByDefault()));
    int measured =
        options
            .getMeasurementIterations()
            .orElse(entry.getMeasurementIterations().orElse(measuredByDefault()));
    if (isSingleShot()) {
      return new Iterations(warmups, 0, measured, 0);
    }
    TimeValue warmup =
        options.getWarmupTime().orElse(entry.getWarmupTime().orElse(Defaults.WARMUP_TIME));
    TimeValue measurement =
        options
            .getMeasurementTime()
            .orElse(entry.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME));
    return new Iterations(warmups, nanos(warmup), measured, nanos(measurement));
  }

  private boolean isSingleShot() {
    return entry.getMode() == Mode.SingleShotTime;
  }

  private int warmupsByDefault() {
    return isSingleShot() ? Defaults.WARMUP_ITERATIONS_SINGLESHOT : Defaults.WARMUP_ITERATIONS;
  }

  private int measuredByDefault() {
    return isSingleShot()
        ? Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT
        : Defaults.MEASUREMENT_ITERATIONS;
  }

  private static long nanos(TimeValue time) {
    return time.convertTo(TimeUnit.NANOSECONDS);
  }
}
