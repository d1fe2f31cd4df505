package snapbench.run.loop;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Optional;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;
import snapbench.run.plan.RunOptions;

/**
 * The run's options narrowed to one fork of one cell. Everything else is as on the command line,
 * which is parsed anew; JMH sends these options to its fork, so all of it is serialisable.
 */
final class CellOptions extends CommandLineOptions {
  private static final long serialVersionUID = 1L;

  private final String benchmark;
  private final Mode mode;
  private final TreeMap<String, String> params;
  private final int forks;
  private final int warmupForks;
  private final int iterations;
  private final List<String> jvmArgumentsAppended;
  private final List<ProfilerConfig> profilers;

  /**
   * Narrows the options.
   *
   * @param options the whole run's
   * @param call which benchmark, mode, parameters and fork
   * @param jvmArguments what the fork gets besides what the user and the benchmark say
   */
  CellOptions(RunOptions options, PlannedFork call, List<String> jvmArguments)
      throws CommandLineOptionException {
    super(options.arguments().toArray(new String[0]));
    PlannedCell cell = call.cell();
    this.benchmark = cell.benchmark();
    this.mode = cell.mode();
    this.params = new TreeMap<>(cell.params());
    this.forks = cell.inProcess() ? 0 : 1;
    this.warmupForks = call.fork() == 1 ? cell.warmupForks() : 0;
    this.iterations = cell.iterations().measured();
    this.jvmArgumentsAppended = jvmArguments;
    this.profilers = options.profilers().resolve(super.getProfilers());
  }

  @Override
  public List<String> getIncludes() {
    return List.of("^" + Pattern.quote(benchmark) + "$");
  }

  @Override
  public List<String> getExcludes() {
    return List.of();
  }

  @Override
  public Collection<Mode> getBenchModes() {
    return Set.of(mode);
  }

  @Override
  public Optional<Collection<String>> getParameter(String name) {
    String value = ((Map<String, String>) params).get(name);
    return value == null ? Optional.none() : Optional.of(List.of(value));
  }

  @Override
  public Optional<Integer> getForkCount() {
    return Optional.of(forks);
  }

  @Override
  public Optional<Integer> getWarmupForkCount() {
    return Optional.of(warmupForks);
  }

  /** As many as the look at the cell has. */
  @Override
  public Optional<Integer> getMeasurementIterations() {
    return Optional.of(iterations);
  }

  @Override
  public Optional<Collection<String>> getJvmArgsAppend() {
    return Optional.of(jvmArgumentsAppended);
  }

  @Override
  public List<ProfilerConfig> getProfilers() {
    return profilers;
  }

  /** The run has one output, one result file, and decides itself what follows a failure. */
  @Override
  public Optional<Boolean> shouldFailOnError() {
    return Optional.of(true);
  }

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
