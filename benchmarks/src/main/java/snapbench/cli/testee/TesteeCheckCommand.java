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
import snapbench.cli.terminal.Streams;
import snapbench.control.BuiltControls;
import snapbench.driver.Driver;
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
  private final Streams streams;

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
  private double exitTimeout = TesteeLimits.STANDARD.exit().toSeconds();

  /** With where to print results and progress. */
  public TesteeCheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    checkParameters();
    TesteeLimits limits =
        new TesteeLimits(
            seconds("--ready-timeout", readyTimeout),
            seconds("--request-timeout", requestTimeout),
            seconds("--exit-timeout", exitTimeout));
    return TemporaryWork.run(
        "snapbench-check-",
        streams,
        (folder, interruption) -> report(Suite.run(settings(folder, limits), this::print)));
  }

  private void checkParameters() throws InvalidInputException {
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
  }

  private static Duration seconds(String option, double seconds) throws InvalidInputException {
    if (!(seconds > 0 && seconds < 1e6)) {
      throw new InvalidInputException(
          option + " " + seconds + " is not possible; choose seconds above 0 and below 1,000,000");
    }
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  private CheckSettings settings(Path folder, TesteeLimits limits)
      throws IOException, InterruptedException, InvalidInputException {
    Driver driver = Drivers.bundled(folder);
    Path database = Files.createDirectory(folder.resolve("original")).resolve("original.db");
    DatabaseSource source =
        new DatabaseSource(
            db == null ? Parameter.DB.defaultValue() : db.toString(),
            Parameter.SCHEMA.defaultValue(),
            scale);
    SharedDatabases.export(source, database, folder, streams::say);
    return new CheckSettings(
        program(new TesteeName(testee), folder), database, threads, limits, driver, folder);
  }

  private List<String> program(TesteeName name, Path folder)
      throws IOException, InterruptedException {
    if (name.isJvm()) {
      return List.of();
    }
    return name.isCommand() ? name.command() : BuiltControls.find(name.value(), folder).command();
  }

  private void print(CheckOutcome outcome) {
    PrintStream out = streams.out();
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
    long passed = count(outcomes, CheckOutcome.State.PASSED);
    long skipped = outcomes.size() - passed - failed;
    streams.out().printf("%n%d passed, %d failed, %d skipped%n", passed, failed, skipped);
    return failed == 0 ? ExitCode.OK.number() : ExitCode.FAILED.number();
  }

  private static long count(List<CheckOutcome> outcomes, CheckOutcome.State state) {
    return outcomes.stream().filter(outcome -> outcome.state() == state).count();
  }
}
