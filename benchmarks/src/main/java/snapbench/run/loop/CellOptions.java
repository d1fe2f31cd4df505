package snapbench.run.loop;

import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Optional;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;
import snapbench.run.plan.RunOptions;

/**
 * The run's options narrowed to one fork of one cell. Everything else is as on the command line;
 * JMH sends these options to its fork, so all of it is serialisable.
 */
final class CellOptions extends OptionsBuilder {
  private static final long serialVersionUID = 1L;

  private final String benchmark;
  private final List<ProfilerConfig> profilers;

  /**
   * Narrows the options.
   *
   * @param options the whole run's
   * @param call which benchmark, mode, parameters and fork
   * @param jvmArguments what the fork gets besides what the user and the benchmark say
   */
  CellOptions(RunOptions options, PlannedFork call, List<String> jvmArguments) {
    PlannedCell cell = call.cell();
    profilers = options.profilers().resolve(options.jmh().getProfilers());
    benchmark = "^" + Pattern.quote(cell.benchmark()) + "$";
    parent(options.jmh())
        .mode(cell.mode())
        .forks(cell.inProcess() ? 0 : 1)
        .warmupForks(call.fork() == 1 ? cell.warmupForks() : 0)
        .measurementIterations(cell.iterations().measured())
        .jvmArgsAppend(jvmArguments.toArray(new String[0]))
        .shouldFailOnError(true);
    cell.params().forEach(this::param);
  }

  /** The cell's benchmark alone: the builder would add those of the whole run. */
  @Override
  public List<String> getIncludes() {
    return List.of(benchmark);
  }

  @Override
  public List<String> getExcludes() {
    return List.of();
  }

  /** All of them, where the builder would add some. */
  @Override
  public List<ProfilerConfig> getProfilers() {
    return profilers;
  }

  /** The run has one output and one result file, and decides itself what follows a failure. */
  @Override
  public Optional<String> getOutput() {
    return Optional.none();
  }

  @Override
  public Optional<String> getResult() {
    return Optional.none();
  }

  @Override
  public Optional<ResultFormatType> getResultFormat() {
    return Optional.none();
  }
}
