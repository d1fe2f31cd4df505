package snapbench.cli;

import java.util.List;
import java.util.function.Supplier;
import snapbench.host.Environment;
import snapbench.process.Lever;
import snapbench.profile.ProcessProfiler;
import snapbench.run.ParameterChecks;
import snapbench.run.Profilers;

/**
 * What the command line puts together from the other packages.
 *
 * @param profilers profilers of ours and the one that is on by default
 * @param parameterChecks what is valid for each JMH parameter
 * @param environment reads the machine for {@code environment.json}
 * @param subcommands objects annotated as picocli commands; each name, as the first argument, takes
 *     precedence over a benchmark's regular expression
 */
public record Parts(
    Profilers profilers,
    ParameterChecks parameterChecks,
    Supplier<Object> environment,
    List<Object> subcommands) {

  /** Copies the list. */
  public Parts {
    subcommands = List.copyOf(subcommands);
  }

  /** Those of snapbench. */
  public static Parts standard() {
    Parts measuring =
        new Parts(
            Profilers.always(ProcessProfiler.SHORT_NAME, ProcessProfiler.class.getName()),
            ParameterChecks.standard().with("malloc", Lever::choices),
            Environment::read,
            List.of());
    return measuring.with(
        List.of(
            new TesteeCommand(new ForegroundTestee()),
            new SpeedCommand(System.out, System.err),
            new DriversCommand(System.out, System.err),
            new CompareCommand(System.out, System.err),
            new JudgeCommand(System.out, System.err),
            new ReportCommand(System.out, System.err),
            new CalibrateCommand(measuring, System.out, System.err)));
  }

  private Parts with(List<Object> commands) {
    return new Parts(profilers, parameterChecks, environment, commands);
  }
}
