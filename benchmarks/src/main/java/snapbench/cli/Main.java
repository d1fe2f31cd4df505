package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import snapbench.cli.doctor.DoctorCommand;
import snapbench.cli.drivers.DriversCommand;
import snapbench.cli.judge.JudgeCommand;
import snapbench.cli.measure.BenchmarkCommand;
import snapbench.cli.measure.MeasureOptions;
import snapbench.cli.measure.Wiring;
import snapbench.cli.preset.Preset;
import snapbench.cli.report.CompareCommand;
import snapbench.cli.report.ReportCommand;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.cli.terminal.Terminal;
import snapbench.cli.testee.OurParameters;
import snapbench.cli.testee.TesteeCheckCommand;
import snapbench.cli.testee.TesteeCommand;
import snapbench.driver.DriverException;
import snapbench.host.doctor.Environment;
import snapbench.profile.ProcessProfiler;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.PlainFile;
import snapbench.run.plan.Profilers;
import snapbench.self.SelfCommand;
import snapbench.self.calibration.CalibrateCommand;
import snapbench.self.speed.SpeedCommand;

/**
 * The command line: {@code java -jar benchmarks.jar [preset] [JMH options]} or, where the first
 * argument is the name of a subcommand, that. Exits as {@link ExitCode} says.
 */
public final class Main {
  private static final Pattern BREAKING = Pattern.compile("[\\p{Cc}\u2028-\u202e\u2066-\u2069]");

  private final Wiring parts;
  private final Map<String, Supplier<Object>> commands;
  private final Streams streams;

  /**
   * Puts the command line together.
   *
   * @param parts what a run is made of
   * @param commands what makes objects annotated as picocli commands, by their names; each, as the
   *     first argument, takes precedence over a benchmark's regular expression
   * @param streams where to print
   */
  public Main(Wiring parts, Map<String, Supplier<Object>> commands, Streams streams) {
    this.parts = parts;
    this.commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    this.streams = streams;
  }

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    UnsafeWarning.suppress();
    System.exit(standard(new Streams(System.out, System.err)).run(List.of(arguments)));
  }

  /** With everything that there is. */
  static Main standard(Streams streams) {
    Wiring parts =
        new Wiring(
            Profilers.always(ProcessProfiler.SHORT_NAME, ProcessProfiler.class.getName()),
            OurParameters.checks(),
            Environment::read);
    PrintStream out = streams.out();
    String announcement = Preset.SPEED.announcement("");
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("testee", () -> new TesteeCommand(streams));
    commands.put("testee-check", () -> new TesteeCheckCommand(streams));
    commands.put("speed", () -> new SpeedCommand(announcement, out, streams.err()));
    commands.put("drivers", () -> new DriversCommand(streams));
    commands.put("doctor", () -> new DoctorCommand(out));
    commands.put("compare", () -> new CompareCommand(streams));
    commands.put("judge", () -> new JudgeCommand(streams));
    commands.put("report", () -> new ReportCommand(streams));
    commands.put("calibrate", () -> calibrate(parts, streams));
    commands.put("self", () -> SelfCommand.with(out, Main::inThisProcess));
    return new Main(parts, commands, streams);
  }

  private static int inThisProcess(List<String> arguments, PrintStream out, PrintStream err) {
    return standard(new Streams(out, err)).run(arguments);
  }

  private static CalibrateCommand calibrate(Wiring parts, Streams streams) {
    BenchmarkCommand benchmarks =
        new BenchmarkCommand(parts, () -> new CommandLine(new MeasureOptions()), Set.of(), streams);
    return new CalibrateCommand(
        parts.parameterChecks(),
        commandLine -> benchmarks.measure(commandLine, "calibrate: "),
        Terminal::showsColours,
        streams.out());
  }

  /** Runs one command and returns the exit code. */
  public int run(List<String> arguments) {
    try {
      return runWords(plain(arguments));
    } catch (Exception e) {
      boolean invalid = e instanceof InvalidInputException || e instanceof DriverException;
      // one line, whatever is in the names of files
      streams.say(invalid ? oneLine(message(e)) : message(e));
      return (invalid ? ExitCode.INVALID_INPUT : ExitCode.FAILED).number();
    } catch (LinkageError e) {
      streams.say(
          "a class cannot be loaded any more (%s): benchmarks.jar has changed since this began; do it again"
              .formatted(oneLine(e.toString())));
      return ExitCode.FAILED.number();
    }
  }

  private int runWords(List<String> arguments) throws Exception {
    Subcommands subcommands = new Subcommands(commands, streams);
    return subcommands.matches(arguments) && !isListOfDrivers(arguments)
        ? subcommands.run(arguments)
        : new BenchmarkCommand(parts, subcommands::all, commands.keySet(), streams).run(arguments);
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

  /** With what would end a line, or move the cursor, as Java writes it. */
  private static String oneLine(String message) {
    return BREAKING
        .matcher(message)
        .replaceAll(
            found -> {
              char special = found.group().charAt(0);
              String name = special == '\n' ? "n" : special == '\r' ? "r" : "u%04x";
              return Matcher.quoteReplacement("\\" + name.formatted((int) special));
            });
  }

  private static String message(Exception e) {
    if (e instanceof IOException failed) {
      return PlainFile.words(failed);
    }
    boolean ours = e.getClass().getPackageName().startsWith("snapbench.");
    return ours && e.getMessage() != null ? e.getMessage() : e.toString();
  }
}
