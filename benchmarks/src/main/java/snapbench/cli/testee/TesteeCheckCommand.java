package snapbench.cli.testee;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import snapbench.check.CheckOutcome;
import snapbench.check.CheckSettings;
import snapbench.check.Suite;
import snapbench.cli.terminal.ExitCode;
import snapbench.control.BuiltControls;
import snapbench.control.ControlException;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.Drivers;
import snapbench.model.Parameter;
import snapbench.process.TesteeLimits;
import snapbench.process.TesteeName;
import snapbench.results.files.InvalidInputException;
import snapbench.run.plan.ParameterChecks;
import snapbench.workload.DatabaseSource;
import snapbench.workload.SharedDatabases;

/** {@code testee-check}: whether a testee keeps the testee contract. */
@Command(
    name = "testee-check",
    description =
        "has conversations with a testee, good and bad, and says what it does wrong; exit code 1 if"
            + " something is",
    mixinStandardHelpOptions = true)
public final class TesteeCheckCommand implements Callable<Integer> {
  private static final Duration EXIT = TesteeLimits.STANDARD.exit();

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      arity = "1",
      paramLabel = "TESTEE",
      description = "as in -p testee=: jvm, c, go, or command:PROGRAM ARGUMENTS")
  private String testee = "";

  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "the database that it loads (default: generated)")
  private @Nullable Path db;

  @Option(
      names = "--scale",
      description = "size of the generated database (default: ${DEFAULT-VALUE})")
  private String scale = "0.001";

  @Option(names = "--threads", description = "worker threads (default: ${DEFAULT-VALUE})")
  private int threads = 2;

  @Option(
      names = "--ready-timeout",
      paramLabel = "SECONDS",
      description = "how long it may be silent before it is ready (default: ${DEFAULT-VALUE})")
  private double readyTimeout = 30;

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      description = "how long an answer may take (default: ${DEFAULT-VALUE})")
  private double requestTimeout = 30;

  @Option(
      names = "--exit-timeout",
      paramLabel = "SECONDS",
      description = "how long its end may take (default: ${DEFAULT-VALUE})")
  private double exitTimeout = EXIT.toSeconds();

  /** With where to print results and progress. */
  public TesteeCheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws Exception {
    TesteeName name = new TesteeName(testee);
    check();
    return TemporaryWork.run(
        "snapbench-check-", err, folder -> report(Suite.run(settings(name, folder), this::print)));
  }

  private void check() throws InvalidInputException {
    ParameterChecks checks = OurParameters.checks();
    if (TesteeName.choices(testee) != null) {
      throw new InvalidInputException(
          testee + " is not a testee; choose " + TesteeName.choices(testee));
    }
    checks.check(Parameter.SCALE, scale, "--scale " + scale);
    checks.check(Parameter.THREADS, Integer.toString(threads), "--threads " + threads);
    if (db != null) {
      checks.check(Parameter.DB, db.toString(), "--db " + db);
    }
    check("--ready-timeout", readyTimeout);
    check("--request-timeout", requestTimeout);
    check("--exit-timeout", exitTimeout);
  }

  private static void check(String option, double seconds) throws InvalidInputException {
    if (!(seconds > 0 && seconds < 1e6)) {
      throw new InvalidInputException(
          option + " " + seconds + " is not possible; choose seconds above 0 and below 1,000,000");
    }
  }

  private CheckSettings settings(TesteeName name, Path folder)
      throws IOException, InterruptedException, DriverException, ControlException {
    Driver driver;
    try (DriverResolver resolver = new DriverResolver(line -> err.println("snapbench: " + line))) {
      driver = resolver.resolve(Drivers.BUNDLED, folder);
    }
    Path database = Files.createDirectory(folder.resolve("original")).resolve("original.db");
    DatabaseSource source =
        new DatabaseSource(
            db == null ? Parameter.DB.defaultValue() : db.toString(),
            Parameter.SCHEMA.defaultValue(),
            scale);
    SharedDatabases.export(source, database, folder, line -> err.println("snapbench: " + line));
    return new CheckSettings(
        program(name, folder),
        database,
        threads,
        new TesteeLimits(seconds(readyTimeout), seconds(requestTimeout), seconds(exitTimeout)),
        driver,
        folder);
  }

  private List<String> program(TesteeName name, Path folder)
      throws IOException, InterruptedException, ControlException {
    if (name.isJvm()) {
      return List.of();
    }
    return name.isCommand() ? name.command() : BuiltControls.find(name.value(), folder).command();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private void print(CheckOutcome outcome) {
    switch (outcome.state()) {
      case PASSED -> out.println("passed   " + outcome.name());
      case SKIPPED -> out.println("skipped  " + outcome.name() + ": " + outcome.detail());
      case FAILED -> {
        out.println("FAILED   " + outcome.name());
        outcome.detail().lines().forEach(line -> out.println("           " + line));
        out.println("         contract: " + outcome.clause());
      }
    }
  }

  private int report(List<CheckOutcome> outcomes) {
    long failed = count(outcomes, CheckOutcome.State.FAILED);
    out.printf(
        "%n%d passed, %d failed, %d skipped%n",
        count(outcomes, CheckOutcome.State.PASSED),
        failed,
        count(outcomes, CheckOutcome.State.SKIPPED));
    return failed == 0 ? ExitCode.OK.number() : ExitCode.FAILED.number();
  }

  private static long count(List<CheckOutcome> outcomes, CheckOutcome.State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }
}
