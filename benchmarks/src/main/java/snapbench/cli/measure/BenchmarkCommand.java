package snapbench.cli.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.Main;
import snapbench.cli.Subcommands;
import snapbench.cli.Wiring;
import snapbench.cli.report.ComparisonOptions;
import snapbench.cli.report.RunComparison;
import snapbench.cli.report.RunFiles;
import snapbench.cli.terminal.RunStream;
import snapbench.cli.terminal.Terminal;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.ResolvedDrivers;
import snapbench.host.doctor.Environment;
import snapbench.model.Fork;
import snapbench.process.TesteeLimits;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;
import snapbench.run.loop.Interruption;
import snapbench.run.loop.JmhLock;
import snapbench.run.loop.RunLoop;
import snapbench.run.plan.Plan;
import snapbench.run.plan.RunFailedException;
import snapbench.run.plan.RunOptions;
import snapbench.run.progress.ProgressView;

/** {@code [JMH options]}: measures, and leaves a run's folder. */
public final class BenchmarkCommand {
  private final Wiring parts;
  private final Subcommands subcommands;
  private final PrintStream out;
  private final PrintStream err;

  public BenchmarkCommand(Wiring parts, Subcommands subcommands, PrintStream out, PrintStream err) {
    this.parts = parts;
    this.subcommands = subcommands;
    this.out = out;
    this.err = err;
  }

  /** Runs the command and returns the exit code. */
  public int run(List<String> arguments)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    List<String> ofRun = new ArrayList<>();
    RunComparison comparison = RunComparison.of(ComparisonOptions.takeFrom(arguments, ofRun));
    RunOptions options = RunOptions.parse(ofRun, arguments, parts.profilers());
    VerboseMode verbosity = options.jmh().verbosity().orElse(Defaults.VERBOSITY);
    boolean silent = verbosity == VerboseMode.SILENT;
    String file = options.jmh().getOutput().orElse(null);
    try (RunStream stream = RunStream.open(file, out, silent)) {
      OutputFormat jmhOutput = OutputFormatFactory.createFormatInstance(stream.stream(), verbosity);
      if (new Listings(options, subcommands, jmhOutput, out).show()) {
        return Main.OK;
      }
      PrintStream reportOut = silent ? null : stream.stream();
      return measure(options, comparison, jmhOutput, stream.progress(), reportOut).exitCode();
    }
  }

  /**
   * What a run left.
   *
   * @param exitCode that of the command
   * @param folder the run's folder
   */
  public record Measured(int exitCode, Path folder) {}

  /**
   * Measures what a command line selects.
   *
   * @param comparison what is compared and gated at the end
   * @param jmhOutput where JMH's text goes
   * @param progress shows how far the run is
   * @param reportOut where the report goes; null for nowhere
   */
  public Measured measure(
      RunOptions options,
      RunComparison comparison,
      OutputFormat jmhOutput,
      ProgressView progress,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    Selection selection = new Selection(options, jmhOutput);
    Collection<BenchmarkListEntry> benchmarks = selection.benchmarks();
    Plan plan = Plan.of(options, benchmarks, parts.parameterChecks());
    selection.check();
    comparison.check(plan, err);
    selection.notes().forEach(this::say);
    Plan.leftOut(options, benchmarks, parts.parameterChecks())
        .forEach(reason -> say("left out: " + reason));
    limit(options);
    Map<String, Driver> drivers = new DriverLookup(err).resolve(plan);
    return measure(options, comparison, plan, drivers, jmhOutput, progress, reportOut);
  }

  /** For the testees of this run, in this process or in JMH's forks. */
  private static void limit(RunOptions options) {
    if (options.readyTimeout().isPresent() || options.requestTimeout().isPresent()) {
      TesteeLimits limits = TesteeLimits.ofSystemProperties();
      new TesteeLimits(
              options.readyTimeout().orElse(limits.silence()),
              options.requestTimeout().orElse(limits.request()),
              limits.exit())
          .setSystemProperties();
    }
  }

  private Measured measure(
      RunOptions options,
      RunComparison comparison,
      Plan plan,
      Map<String, Driver> drivers,
      OutputFormat jmhOutput,
      ProgressView progress,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException, RunFailedException {
    ResultFile resultFile = ResultFile.prepare(options.jmh());
    try (Interruption interruption = Interruption.listen();
        JmhLock lock = JmhLock.acquire()) {
      RunFolder folder = RunFolders.create(options.results(), lock, err);
      interruption.cleanUpWith(() -> abandon(folder, lock));
      // As long as no temporary file was created; JDKs after 17 have made up their mind already.
      System.setProperty("java.io.tmpdir", folder.temporary().toString());
      boolean ok = false;
      int exitCode = Main.FAILED;
      try {
        ResolvedDrivers.write(drivers, folder.temporary());
        RunLoop loop =
            new RunLoop(
                options,
                folder,
                jmhOutput,
                interruption,
                new RssDecision(Thresholds.STANDARD),
                progress);
        writeEnvironment(folder, options, parts.environment().apply(plan.size(options.results())));
        new ProgramTestees(err).prepare(plan, folder.temporary());
        boolean complete = isComplete(loop, loop.run(plan));
        resultFile.write(loop.results(), jmhOutput);
        RunFiles files = RunFiles.write(folder, Thresholds.STANDARD, comparison);
        if (reportOut != null) {
          boolean toTerminal = options.jmh().getOutput().orElse(null) == null;
          files.print(folder.pathAfter(complete), reportOut, toTerminal && Terminal.showsColours());
        } else if (!complete) {
          err.println("snapbench: not all was measured; see " + folder.pathAfter(false));
        }
        int gates = files.checks().report(err);
        exitCode = complete ? gates : Main.FAILED;
        ok = complete;
      } finally {
        finish(folder, ok);
      }
      return new Measured(
          interruption.isRequested() ? Interruption.EXIT_CODE : exitCode, folder.pathAfter(ok));
    }
  }

  /** What cannot be cleaned up neither spoils the results nor hides why there are none. */
  private void finish(RunFolder folder, boolean ok) {
    try {
      folder.finish(ok);
    } catch (IOException e) {
      say("could not clean up after this run: " + e);
    }
  }

  private void say(String line) {
    err.println("snapbench: " + line);
  }

  /** With the command that repeats the run. */
  private void writeEnvironment(RunFolder folder, RunOptions options, Environment found)
      throws IOException {
    ObjectNode environment = JsonFiles.tree(found);
    environment.put(Run.ORDER, options.isInterleaved() ? Run.INTERLEAVED : "one by one");
    environment.put("command", RepeatCommand.of(options.given()));
    JsonFiles.write(folder.file("environment.json"), environment);
    Diagnosis.of(found.findings()).warning().ifPresent(this::say);
  }

  private boolean isComplete(RunLoop loop, List<Fork> cells) {
    int planned = loop.planned();
    int missing = planned - cells.size();
    if (missing > 0) {
      say(missing + " of " + planned + (missing == 1 ? " forks was" : " forks were") + " not run");
    }
    return missing == 0 && cells.stream().noneMatch(cell -> cell.state() == Fork.State.FAILED);
  }

  private static void abandon(RunFolder folder, JmhLock lock) {
    try (lock) {
      RunFolder.abandon(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
