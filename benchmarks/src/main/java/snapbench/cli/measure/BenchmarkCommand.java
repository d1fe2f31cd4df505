package snapbench.cli.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.preset.ChosenPreset;
import snapbench.cli.report.RunComparison;
import snapbench.cli.report.RunFiles;
import snapbench.cli.terminal.ExitCode;
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
  private final CommandLine root;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * With what a run is made of.
   *
   * @param root has all subcommands, for the help and for words that may be meant
   */
  public BenchmarkCommand(Wiring parts, CommandLine root, PrintStream out, PrintStream err) {
    this.parts = parts;
    this.root = root;
    this.out = out;
    this.err = err;
  }

  /** Runs the command and returns the exit code. */
  public int run(List<String> arguments)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    ChosenPreset preset = ChosenPreset.of(arguments);
    MeasureOptions.Parsed parsed = parse(preset);
    if (preset.settings().isEmpty() && parsed.options().jmh().getIncludes().isEmpty()) {
      preset = ChosenPreset.ofNone(arguments);
      parsed = parse(preset);
    }
    RunOptions options = parsed.options();
    if (parsed.help()) {
      root.usage(root.getOut());
      options.jmh().showHelp();
      return ExitCode.OK.number();
    }
    if (parsed.version()) {
      root.printVersionHelp(root.getOut());
      return ExitCode.OK.number();
    }
    VerboseMode verbosity = options.jmh().verbosity().orElse(Defaults.VERBOSITY);
    boolean silent = verbosity == VerboseMode.SILENT;
    String file = options.jmh().getOutput().orElse(null);
    try (RunStream stream = RunStream.open(file, out, silent)) {
      OutputFormat jmhOutput = OutputFormatFactory.createFormatInstance(stream.stream(), verbosity);
      if (new Listings(options, jmhOutput, out).show()) {
        return ExitCode.OK.number();
      }
      Request request = new Request(arguments, options, parsed.comparison(), preset.announcement());
      PrintStream reportOut = silent ? null : stream.stream();
      return measure(request, jmhOutput, stream.progress(), reportOut).exitCode();
    }
  }

  private MeasureOptions.Parsed parse(ChosenPreset preset) throws InvalidInputException {
    return MeasureOptions.parse(preset.rest(), preset.settings(), parts.profilers());
  }

  /**
   * What is to be measured.
   *
   * @param given the command line
   * @param options what is made of it
   * @param comparison what is compared and gated at the end
   * @param announcement lines that say what runs; may be empty
   */
  public record Request(
      List<String> given, RunOptions options, RunComparison comparison, List<String> announcement) {
    /** Copies the lists. */
    public Request {
      given = List.copyOf(given);
      announcement = List.copyOf(announcement);
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
   * @param jmhOutput where JMH's text goes
   * @param progress shows how far the run is
   * @param reportOut where the report goes; null for nowhere
   */
  public Measured measure(
      Request request,
      OutputFormat jmhOutput,
      ProgressView progress,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    RunOptions options = request.options();
    Selection selection = new Selection(options, jmhOutput, root.getSubcommands().keySet());
    Collection<BenchmarkListEntry> benchmarks = selection.benchmarks();
    Plan plan = Plan.of(options, benchmarks, parts.parameterChecks());
    selection.check();
    request.comparison().check(plan, err);
    selection.notes().forEach(this::say);
    plan.leftOut().forEach(reason -> say("left out: " + reason));
    limit(options);
    Map<String, Driver> drivers = new DriverLookup(err).resolve(plan);
    request.announcement().forEach(out::println);
    return measure(request, plan, drivers, jmhOutput, progress, reportOut);
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
      Request request,
      Plan plan,
      Map<String, Driver> drivers,
      OutputFormat jmhOutput,
      ProgressView progress,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException, RunFailedException {
    RunOptions options = request.options();
    ResultFile resultFile = ResultFile.prepare(options.jmh());
    try (Interruption interruption = Interruption.listen();
        JmhLock lock = JmhLock.acquire()) {
      RunFolder folder = RunFolders.create(options.results(), lock, err);
      interruption.cleanUpWith(() -> abandon(folder, lock));
      // As long as no temporary file was created; JDKs after 17 have made up their mind already.
      System.setProperty("java.io.tmpdir", folder.temporary().toString());
      boolean ok = false;
      int exitCode = ExitCode.FAILED.number();
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
        writeEnvironment(folder, request, parts.environment().apply(plan.size(options.results())));
        new ProgramTestees(err).prepare(plan, folder.temporary());
        boolean complete = isComplete(loop, loop.run(plan));
        resultFile.write(loop.results(), jmhOutput);
        RunFiles files = RunFiles.write(folder, Thresholds.STANDARD, request.comparison());
        if (reportOut != null) {
          boolean toTerminal = options.jmh().getOutput().orElse(null) == null;
          files.print(folder.pathAfter(complete), reportOut, toTerminal && Terminal.showsColours());
        } else if (!complete) {
          err.println("snapbench: not all was measured; see " + folder.pathAfter(false));
        }
        int gates = files.checks().report(err);
        exitCode = complete ? gates : ExitCode.FAILED.number();
        ok = complete;
      } finally {
        finish(folder, ok);
      }
      return new Measured(
          interruption.isRequested() ? ExitCode.INTERRUPTED.number() : exitCode,
          folder.pathAfter(ok));
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

  /** With what measured it, and the command that repeats the run. */
  private void writeEnvironment(RunFolder folder, Request request, Environment found)
      throws IOException {
    ObjectNode environment = JsonFiles.tree(found);
    environment.put("snapbench", Version.text());
    environment.put(Run.ORDER, request.options().isInterleaved() ? Run.INTERLEAVED : "one by one");
    environment.put("command", RepeatCommand.of(request.given()));
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
