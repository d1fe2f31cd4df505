package snapbench.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import snapbench.cli.calibrate.CalibrateCommand;
import snapbench.cli.doctor.DoctorCommand;
import snapbench.cli.drivers.DriversCommand;
import snapbench.cli.judge.JudgeCommand;
import snapbench.cli.measure.BenchmarkCommand;
import snapbench.cli.measure.Wiring;
import snapbench.cli.preset.Preset;
import snapbench.cli.report.CompareCommand;
import snapbench.cli.report.ReportCommand;
import snapbench.cli.self.SelfCommand;
import snapbench.cli.speed.SpeedCommand;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.testee.ForegroundTestee;
import snapbench.cli.testee.OurParameters;
import snapbench.cli.testee.TesteeCheckCommand;
import snapbench.cli.testee.TesteeCommand;
import snapbench.driver.DriverException;
import snapbench.host.doctor.Environment;
import snapbench.profile.ProcessProfiler;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.Profilers;

/**
 * The command line: {@code java -jar benchmarks.jar [preset] [JMH options]} or, where the first
 * argument is the name of a subcommand, that. Exits as {@link ExitCode} says.
 */
public final class Main {
  private final Wiring parts;
  private final List<Object> commands;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Puts the command line together.
   *
   * @param parts what a run is made of
   * @param commands objects annotated as picocli commands; each name, as the first argument, takes
   *     precedence over a benchmark's regular expression
   * @param out for results
   * @param err for messages
   */
  public Main(Wiring parts, List<Object> commands, PrintStream out, PrintStream err) {
    this.parts = parts;
    this.commands = List.copyOf(commands);
    this.out = out;
    this.err = err;
  }

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    UnsafeWarning.suppress();
    System.exit(standard(System.out, System.err).run(List.of(arguments)));
  }

  private static Main standard(PrintStream out, PrintStream err) {
    Wiring parts =
        new Wiring(
            Profilers.always(ProcessProfiler.SHORT_NAME, ProcessProfiler.class.getName()),
            OurParameters.checks(),
            Environment::read);
    List<Object> commands =
        List.of(
            new TesteeCommand(new ForegroundTestee()),
            new TesteeCheckCommand(out, err),
            new SpeedCommand(out, err),
            new DriversCommand(out, err),
            new DoctorCommand(out),
            new CompareCommand(out, err),
            new JudgeCommand(out, err),
            new ReportCommand(out, err),
            new CalibrateCommand(parts, out, err),
            SelfCommand.with(out));
    return new Main(parts, commands, out, err);
  }

  /** Runs one command and returns the exit code. */
  public int run(List<String> arguments) {
    try {
      return runWords(plain(arguments));
    } catch (Exception e) {
      err.println("snapbench: " + message(e));
      ExitCode code =
          e instanceof InvalidInputException || e instanceof DriverException
              ? ExitCode.INVALID_INPUT
              : ExitCode.FAILED;
      return code.number();
    }
  }

  private int runWords(List<String> arguments) throws Exception {
    Subcommands subcommands = new Subcommands(commands, out, err);
    return subcommands.matches(arguments) && !isListOfDrivers(arguments)
        ? subcommands.run(arguments)
        : new BenchmarkCommand(parts, subcommands.root(), out, err).run(arguments);
  }

  /** Where a first word is another way to say something, that; without a reason to refuse it. */
  private static List<String> plain(List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> others = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    return switch (first) {
      case "help" -> others.isEmpty() ? List.of("--help") : List.of(others.get(0), "--help");
      case "version", "-V" -> List.of("--version");
      case "--speed" -> Stream.concat(Stream.of("speed"), others.stream()).toList();
      default -> arguments;
    };
  }

  /** {@code drivers A,B} compares them, {@code drivers group:artifact} lists versions. */
  private static boolean isListOfDrivers(List<String> arguments) {
    return arguments.size() > 1
        && arguments.get(0).equals(Preset.DRIVERS.word())
        && arguments.get(1).contains(",");
  }

  private static String message(Exception e) {
    boolean ours = e.getClass().getPackageName().startsWith("snapbench.");
    return ours && e.getMessage() != null ? e.getMessage() : e.toString();
  }
}
