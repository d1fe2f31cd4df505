package snapbench.run.plan;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;
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
    this.forks = first(options.getForkCount(), entry.getForks(), Defaults.MEASUREMENT_FORKS);
  }

  /** What the command line says, or else the benchmark's annotations, or else JMH itself. */
  private static <T> T first(Optional<T> given, Optional<T> annotated, T otherwise) {
    return given.orElse(annotated.orElse(otherwise));
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
        Combinations.values(entry.getWorkloadParams()),
        Math.max(1, forks),
        inProcess()
            ? 0
            : first(options.getWarmupForkCount(), entry.getWarmupForks(), Defaults.WARMUP_FORKS),
        inProcess(),
        iterations(),
        first(options.getJvmArgsAppend(), entry.getJvmArgsAppend(), List.of()));
  }

  private Iterations iterations() {
    boolean isSingleShot = entry.getMode() == Mode.SingleShotTime;
    int warmups =
        first(
            options.getWarmupIterations(),
            entry.getWarmupIterations(),
            isSingleShot ? Defaults.WARMUP_ITERATIONS_SINGLESHOT : Defaults.WARMUP_ITERATIONS);
    int measured =
        first(
            options.getMeasurementIterations(),
            entry.getMeasurementIterations(),
            isSingleShot
                ? Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT
                : Defaults.MEASUREMENT_ITERATIONS);
    if (isSingleShot) {
      return new Iterations(warmups, 0, measured, 0);
    }
    TimeValue warmup = first(options.getWarmupTime(), entry.getWarmupTime(), Defaults.WARMUP_TIME);
    TimeValue measurement =
        first(options.getMeasurementTime(), entry.getMeasurementTime(), Defaults.MEASUREMENT_TIME);
    return new Iterations(
        warmups,
        warmup.convertTo(TimeUnit.NANOSECONDS),
        measured,
        measurement.convertTo(TimeUnit.NANOSECONDS));
  }
}
