package snapbench.cli;

import java.util.List;
import java.util.function.Function;
import snapbench.cli.calibrate.CalibrateCommand;
import snapbench.cli.doctor.DoctorCommand;
import snapbench.cli.drivers.DriversCommand;
import snapbench.cli.judge.JudgeCommand;
import snapbench.cli.report.CompareCommand;
import snapbench.cli.report.ReportCommand;
import snapbench.cli.speed.SpeedCommand;
import snapbench.cli.testee.ForegroundTestee;
import snapbench.cli.testee.OurParameters;
import snapbench.cli.testee.TesteeCheckCommand;
import snapbench.cli.testee.TesteeCommand;
import snapbench.host.doctor.Environment;
import snapbench.host.doctor.RunSize;
import snapbench.profile.ProcessProfiler;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

/**
 * What the command line puts together from the other packages.
 *
 * @param profilers profilers of ours and the one that is on by default
 * @param parameterChecks what is valid for each JMH parameter
 * @param environment reads the machine for {@code environment.json}, given what the run needs
 * @param subcommands objects annotated as picocli commands; each name, as the first argument, takes
 *     precedence over a benchmark's regular expression
 */
public record Wiring(
    Profilers profilers,
    ParameterChecks parameterChecks,
    Function<RunSize, Environment> environment,
    List<Object> subcommands) {

  /** Copies the list. */
  public Wiring {
    subcommands = List.copyOf(subcommands);
  }

  /** Those of snapbench. */
  public static Wiring standard() {
    Wiring measuring =
        new Wiring(
            Profilers.always(ProcessProfiler.SHORT_NAME, ProcessProfiler.class.getName()),
            OurParameters.checks(),
            Environment::read,
            List.of());
    return measuring.with(
        List.of(
            new TesteeCommand(new ForegroundTestee()),
            new TesteeCheckCommand(System.out, System.err),
            new SpeedCommand(System.out, System.err),
            new DriversCommand(System.out, System.err),
            new DoctorCommand(System.out),
            new CompareCommand(System.out, System.err),
            new JudgeCommand(System.out, System.err),
            new ReportCommand(System.out, System.err),
            new CalibrateCommand(measuring, System.out, System.err)));
  }

  private Wiring with(List<Object> commands) {
    return new Wiring(profilers, parameterChecks, environment, commands);
  }
}
