package snapbench.cli.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.report.ReportFiles;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.ProgressOutput;
import snapbench.cli.terminal.RunStream;
import snapbench.cli.terminal.Streams;
import snapbench.cli.terminal.Terminal;
import snapbench.driver.Driver;
import snapbench.driver.DriverException;
import snapbench.driver.DriverResolver;
import snapbench.driver.ResolvedDrivers;
import snapbench.host.doctor.Environment;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.process.TesteeLimits;
import snapbench.results.files.InvalidInputException;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.Completion;
import snapbench.results.folder.Rehearsal;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;
import snapbench.run.loop.Interruption;
import snapbench.run.loop.JmhLock;
import snapbench.run.loop.MeasuredRun;
import snapbench.run.loop.PlannedFiles;
import snapbench.run.loop.RunFolders;
import snapbench.run.loop.RunGuard;
import snapbench.run.loop.RunLoop;
import snapbench.run.plan.Plan;
import snapbench.run.plan.RunFailedException;
import snapbench.run.plan.RunOptions;
import snapbench.run.progress.ProgressView;

/** {@code [JMH options]}: measures, and leaves a run's folder. */
public final class BenchmarkCommand {
  private final Wiring parts;
  private final Supplier<CommandLine> root;
  private final Set<String> commands;
  private final Streams streams;

  /**
   * With what a run is made of.
   *
   * @param root makes what has all subcommands, for the help
   * @param commands the names of subcommands, for words that may be meant
   */
  public BenchmarkCommand(
      Wiring parts, Supplier<CommandLine> root, Set<String> commands, Streams streams) {
    this.parts = parts;
    this.root = root;
    this.commands = Set.copyOf(commands);
    this.streams = streams;
  }

  /** Runs the command and returns the exit code. */
  public int run(List<String> arguments)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    MeasureOptions.Parsed given = MeasureOptions.parse(arguments, parts.profilers());
    RunOptions options = given.options();
    if (given.help()) {
      CommandLine all = root.get();
      all.usage(all.getOut());
      options.jmh().showHelp();
      return ExitCode.OK.number();
    }
    if (given.version()) {
      streams.out().println(Version.line());
      return ExitCode.OK.number();
    }
    VerboseMode verbosity = options.jmh().verbosity().orElse(Defaults.VERBOSITY);
    boolean silent = verbosity == VerboseMode.SILENT;
    String file = options.jmh().getOutput().orElse(null);
    try (RunStream stream = RunStream.open(file, streams.out(), silent)) {
      OutputFormat jmhOutput = OutputFormatFactory.createFormatInstance(stream.stream(), verbosity);
      return new Listings(options, jmhOutput, streams.out()).show()
          ? ExitCode.OK.number()
          : measure(given, jmhOutput, stream.progress(), silent ? null : stream.stream())
              .exitCode();
    }
  }

  /**
   * Measures what another command needs, and prints nothing but how far it is.
   *
   * @param prefix what each line begins with
   */
  public MeasuredRun measure(List<String> commandLine, String prefix)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    return measure(
        MeasureOptions.parse(commandLine, parts.profilers()),
        ProgressOutput.to(streams.err(), prefix),
        ProgressView.NONE,
        null);
  }

  /**
   * Measures what a command line selects.
   *
   * @param jmhOutput where JMH's text goes
   * @param progress shows how far the run is
   * @param reportOut where the report goes; null for nowhere
   */
  private MeasuredRun measure(
      MeasureOptions.Parsed given,
      OutputFormat jmhOutput,
      ProgressView progress,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException, DriverException, RunFailedException {
    RunOptions options = given.options();
    Selection selection = new Selection(options, jmhOutput, commands);
    Plan plan = Plan.of(options, selection.benchmarks(), parts.parameterChecks());
    selection.check();
    given.comparison().check(plan, streams);
    selection.notes().forEach(streams::say);
    plan.leftOut().forEach(reason -> streams.say("left out: " + reason));
    TesteeLimits.tell(options.readyTimeout(), options.requestTimeout());
    Collection<String> names = plan.values(Parameter.DRIVER.label());
    Map<String, Driver> drivers = DriverResolver.resolveAll(names, streams::say);
    PlannedFiles planned = new PlannedFiles(FilesOfPlan.of(plan, drivers.values()));
    given.preset().announcement().forEach(streams.out()::println);
    ResultFile resultFile = ResultFile.prepare(options.jmh());
    try (Interruption interruption = Interruption.listen();
        JmhLock lock = JmhLock.acquire();
        RunGuard guard = RunGuard.of(options.results())) {
      RunFolder folder = RunFolders.create(options.results(), lock, streams::say);
      interruption.cleanUpWith(() -> abandon(folder, lock));
      // As long as no temporary file was created; JDKs after 17 have made up their mind already.
      System.setProperty("java.io.tmpdir", folder.temporary().toString());
      boolean ok = false;
      int exitCode = ExitCode.FAILED.number();
      try {
        Rehearsal.in(folder.temporary());
        if (!names.isEmpty()) {
          ResolvedDrivers.write(drivers, folder.temporary());
        }
        RssDecision decision = new RssDecision(Thresholds.STANDARD);
        RunLoop loop =
            new RunLoop(
                options,
                folder,
                jmhOutput,
                interruption,
                decision,
                progress,
                planned,
                TesteeLimits.ofSystemProperties().longest());
        writeEnvironment(folder, given, parts.environment().apply(plan.size(options.results())));
        prepare(plan, folder);
        boolean complete = isComplete(loop, loop.run(plan));
        resultFile.write(loop.results(), jmhOutput);
        int gates = report(folder, given, complete, reportOut);
        exitCode = complete ? gates : exitCode;
        ok = complete;
      } finally {
        finish(folder, ok);
      }
      return new MeasuredRun(
          interruption.isRequested() ? ExitCode.INTERRUPTED.number() : exitCode,
          folder.pathAfter(ok));
    }
  }

  /** A run that an input forbids leaves no folder. */
  private void prepare(Plan plan, RunFolder folder) throws IOException, InvalidInputException {
    try {
      ProgramTestees.prepare(plan, folder.temporary(), streams::say);
    } catch (InvalidInputException e) {
      folder.discard();
      throw e;
    }
  }

  /** Writes the report, prints it and returns the exit code that the gates lead to. */
  private int report(
      RunFolder folder,
      MeasureOptions.Parsed given,
      boolean complete,
      @Nullable PrintStream reportOut)
      throws IOException, InvalidInputException {
    ReportFiles files = ReportFiles.write(folder, given.comparison());
    if (reportOut != null) {
      boolean toTerminal = !given.options().jmh().getOutput().hasValue();
      files.print(folder.pathAfter(complete), reportOut, toTerminal && Terminal.showsColours());
    } else if (!complete) {
      streams.say("not all was measured; see " + folder.pathAfter(false));
    }
    return files.checks().report(streams);
  }

  /** What cannot be cleaned up neither spoils the results nor hides why there are none. */
  private void finish(RunFolder folder, boolean ok) {
    try {
      Completion.end(folder.path(), Completion.State.FAILED);
      folder.finish(ok);
    } catch (IOException e) {
      streams.say("could not clean up after this run: " + e);
    }
  }

  /** With what measured it, and the command that repeats the run. */
  private void writeEnvironment(RunFolder folder, MeasureOptions.Parsed given, Environment found)
      throws IOException {
    ObjectNode environment = JsonFiles.tree(found);
    environment.put("snapbench", Version.text());
    environment.put(Run.ORDER, given.options().isInterleaved() ? Run.INTERLEAVED : "one by one");
    environment.put("command", RepeatCommand.of(given.words()));
    JsonFiles.write(folder.file("environment.json"), environment);
    new Diagnosis(found.findings()).warning().ifPresent(streams::say);
  }

  private boolean isComplete(RunLoop loop, List<Fork> forks) {
    int planned = loop.planned();
    int missing = planned - forks.size();
    if (missing > 0) {
      streams.say(
          missing + " of " + planned + (missing == 1 ? " forks was" : " forks were") + " not run");
    }
    return missing == 0 && forks.stream().noneMatch(fork -> fork.state() == Fork.State.FAILED);
  }

  private static void abandon(RunFolder folder, JmhLock lock) {
    try (lock) {
      RunFolder.abandon(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
