package snapbench.run.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.folder.Completion;
import snapbench.results.folder.CycleLog;
import snapbench.results.folder.ForkContext;
import snapbench.results.folder.RunFolder;
import snapbench.run.decision.RemainingForks;
import snapbench.run.decision.StoppingRule;
import snapbench.run.decision.UntilDecided;
import snapbench.run.plan.Plan;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;
import snapbench.run.plan.RunOptions;
import snapbench.run.progress.Progress;
import snapbench.run.progress.ProgressView;

/**
 * Measures a plan: calls JMH's runner once for each fork of each cell and saves everything after
 * each call, so that a later failure loses nothing.
 */
public final class RunLoop {
  /** Name of the file, in the run's folder, with all results in JMH's JSON format. */
  public static final String JMH_RESULT = "jmh-result.json";

  private static final String JMH_LOG = "jmh.log";

  private final RunOptions options;
  private final RunFolder folder;
  private final RunOutput output;
  private final Interruption interruption;
  private final MergedResults results = new MergedResults();
  private final StoppingRule decision;
  private final ProgressView view;
  private final List<Fork> cells = new ArrayList<>();
  private final List<PlannedFork> calls = new ArrayList<>();
  private final Map<PlannedCell, Fork> unsupported = new HashMap<>();
  private final PlannedFiles files;
  private final Duration testeeLimit;

  /**
   * Prepares a run.
   *
   * @param options the command line
   * @param folder where everything is saved
   * @param jmhOutput where JMH's text goes
   * @param interruption says when to stop early
   * @param decision says when a cell is decided, where it is looked at until then
   * @param view shows how far the run is
   * @param files must not change until the run has ended
   * @param testeeLimit how long a testee's answer may take
   * @throws IOException if the log of what JMH says cannot be written
   */
  public RunLoop(
      RunOptions options,
      RunFolder folder,
      OutputFormat jmhOutput,
      Interruption interruption,
      StoppingRule decision,
      ProgressView view,
      PlannedFiles files,
      Duration testeeLimit)
      throws IOException {
    this.options = options;
    this.folder = folder;
    this.interruption = interruption;
    this.decision = decision;
    this.view = view;
    this.files = files;
    this.testeeLimit = testeeLimit;
    VerboseMode verbosity = options.jmh().verbosity().orElse(Defaults.VERBOSITY);
    this.output = new RunOutput(jmhOutput, verbosity == VerboseMode.EXTRA, log(folder));
  }

  private static OutputFormat log(RunFolder folder) throws IOException {
    PrintStream log = new PrintStream(Files.newOutputStream(folder.file(JMH_LOG)), false, UTF_8);
    return OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
  }

  /**
   * Measures the plan, as far as it gets.
   *
   * @return a cell for each call that was made or is known to be unsupported, in all looks
   * @throws IOException if something cannot be saved
   */
  public List<Fork> run(Plan plan) throws IOException {
    calls.addAll(plan.calls());
    UntilDecided untilDecided = new UntilDecided(decision, options.maxCycles(), calls.size());
    RemainingForks outlook = new RemainingForks(options.isUntilDecided(), options.maxCycles());
    Progress progress = new Progress(plan.cells(), outlook, System::nanoTime, view);
    results.writeJson(folder.file(JMH_RESULT));
    planned(plan).write(folder.path());
    try {
      progress.begin();
      run(progress, untilDecided);
    } finally {
      progress.end();
      output.end();
    }
    output.runResult(progress.total(), results.all());
    boolean isWhole = cells.stream().noneMatch(cell -> cell.state() == State.FAILED);
    Completion.State end = isWhole ? Completion.State.COMPLETE : Completion.State.FAILED;
    Completion.end(folder.path(), interruption.isRequested() ? Completion.State.INTERRUPTED : end);
    return List.copyOf(cells);
  }

  private static Completion planned(Plan plan) {
    return new Completion(
        Completion.State.RUNNING,
        plan.cells().stream()
            .map(
                cell ->
                    new Completion.Planned(
                        cell.benchmark(), cell.mode().shortLabel(), cell.params(), cell.forks()))
            .toList());
  }

  private void run(Progress progress, UntilDecided untilDecided) throws IOException {
    for (int i = 0; i < calls.size() && !mustStop(); i++) {
      String line = progress.begin(calls, i);
      PlannedFork call = calls.get(i);
      cells.add(run(call, line, progress));
      if (options.isUntilDecided() && call.isLast()) {
        calls.addAll(i + 1, again(call.cell(), untilDecided));
      }
    }
  }

  /** How many forks the run has, with those of every look that was begun or is needed. */
  public int planned() {
    return calls.size();
  }

  /** The calls of the next look at a cell, whose last fork has just been measured. */
  private List<PlannedFork> again(PlannedCell cell, UntilDecided untilDecided) throws IOException {
    List<Fork> forks = cells.subList(cells.size() - cell.forks(), cells.size());
    if (forks.stream().anyMatch(fork -> fork.state() != State.MEASURED)) {
      return List.of();
    }
    UntilDecided.Outcome outcome = untilDecided.after(cell, forks);
    for (int i = 0; i < forks.size(); i++) {
      ForkContext context = ForkArguments.context(folder, cell.calls().get(i));
      forks.set(i, ForkRecorder.look(context, forks.get(i), outcome.look()));
    }
    output.look(outcome.line());
    return outcome.next() == null ? List.of() : outcome.next().calls();
  }

  /** All results so far, the forks of each cell merged. */
  public Collection<RunResult> results() {
    return results.all();
  }

  private boolean mustStop() {
    boolean failOnError = options.jmh().shouldFailOnError().orElse(Defaults.FAIL_ON_ERROR);
    return interruption.isRequested()
        || (failOnError && cells.stream().anyMatch(cell -> cell.state() == State.FAILED));
  }

  private Fork run(PlannedFork call, String progressLine, Progress progress) throws IOException {
    ForkArguments arguments = ForkArguments.of(folder, call);
    Fork earlier = unsupported.get(call.cell());
    if (earlier != null) {
      return ForkRecorder.unsupported(arguments.context(), call, earlier);
    }
    output.begin(
        call,
        progressLine,
        progress,
        params -> MergedResults.original(call.cell(), params, arguments.ours().size()));
    Fork cell = run(call, arguments);
    progress.endCall();
    return cell;
  }

  private Fork run(PlannedFork call, ForkArguments arguments) throws IOException {
    RunResult result = null;
    String failure = files.change();
    if (failure == null) {
      try (ForkWatch watch = watch(call, arguments)) {
        try {
          result = callJmh(call, arguments);
          failure = result == null ? "JMH returned no result" : null;
        } catch (RunnerException | RuntimeException e) {
          // JMH reports some failures, such as a -jvm that does not start, by unchecked exceptions.
          failure = Failures.reason(e, output.tail());
        }
        failure = watch.reason() == null ? joined(failure, files.change()) : watch.reason();
      }
    }
    if (result == null) {
      OrphanCleanup.end(CycleLog.file(arguments.context()));
    }
    if (interruption.isRequested()) {
      failure = ForkRecorder.INTERRUPTED;
    }
    Fork cell = ForkRecorder.record(arguments.context(), call, result, failure);
    if (cell.state() == State.UNSUPPORTED) {
      unsupported.put(call.cell(), cell);
    }
    if (result != null && cell.state() == State.MEASURED) {
      results.add(call.cell(), result, arguments.ours().size());
      results.writeJson(folder.file(JMH_RESULT));
    }
    RunResult merged = results.of(call.cell());
    if (call.isLast() && merged != null) {
      output.cellResult(merged);
    }
    return cell;
  }

  private static @Nullable String joined(@Nullable String failure, @Nullable String change) {
    if (failure == null) {
      return change;
    }
    return change == null ? failure : failure + "; " + change;
  }

  /** Each word from JMH and each byte of the log of cycles is a sign of life. */
  private ForkWatch watch(PlannedFork call, ForkArguments arguments) {
    File log = CycleLog.file(arguments.context()).toFile();
    Duration silence = options.silence(call.cell().iterations(), testeeLimit);
    return new ForkWatch(silence, () -> List.of(log.length(), output.words()));
  }

  private @Nullable RunResult callJmh(PlannedFork call, ForkArguments arguments)
      throws RunnerException {
    CellOptions narrowed = new CellOptions(options, call, arguments.all());
    Collection<RunResult> returned;
    LinkFilter.install();
    try (LinkGuard guard = new LinkGuard()) {
      output.beforeFork(guard::forkBegins);
      if (call.cell().inProcess()) {
        arguments.setSystemProperties();
        interruption.workHere();
      }
      returned = new Runner(narrowed, output).run();
    } finally {
      interruption.workElsewhere();
    }
    return returned.isEmpty() ? null : returned.iterator().next();
  }
}
