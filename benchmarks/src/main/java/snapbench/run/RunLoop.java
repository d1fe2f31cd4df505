package snapbench.run;

import java.io.IOException;
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
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.results.Cell;
import snapbench.results.Cell.State;
import snapbench.results.RunFolder;

/**
 * Measures a plan: calls JMH's runner once for each fork of each cell and saves everything after
 * each call, so that a later failure loses nothing.
 */
public final class RunLoop {
  /** Name of the file, in the run's folder, with all results in JMH's JSON format. */
  public static final String JMH_RESULT = "jmh-result.json";

  private final RunOptions options;
  private final RunFolder folder;
  private final RunOutput output;
  private final Interruption interruption;
  private final MergedResults results = new MergedResults();
  private final List<Cell> cells = new ArrayList<>();
  private final Map<PlannedCell, Cell> unsupported = new HashMap<>();

  /**
   * Prepares a run.
   *
   * @param options the command line
   * @param folder where everything is saved
   * @param jmhOutput where JMH's text goes
   * @param interruption says when to stop early
   */
  public RunLoop(
      RunOptions options, RunFolder folder, OutputFormat jmhOutput, Interruption interruption) {
    this.options = options;
    this.folder = folder;
    this.interruption = interruption;
    VerboseMode verbosity = options.jmh().verbosity().orElse(Defaults.VERBOSITY);
    this.output = new RunOutput(jmhOutput, verbosity == VerboseMode.EXTRA);
  }

  /**
   * Measures the plan, as far as it gets.
   *
   * @return a cell for each call that was made or is known to be unsupported
   * @throws IOException if something cannot be saved
   */
  public List<Cell> run(Plan plan) throws IOException {
    List<Call> calls = plan.calls();
    Progress progress = new Progress(calls, System.nanoTime());
    results.writeJson(folder.file(JMH_RESULT));
    for (int i = 0; i < calls.size() && !mustStop(); i++) {
      String line = progress.line(i, System.nanoTime());
      cells.add(run(calls.get(i), line));
    }
    output.runResult(progress.total(System.nanoTime()), results.all());
    return List.copyOf(cells);
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

  private Cell run(Call call, String progressLine) throws IOException {
    ForkArguments arguments = ForkArguments.of(folder, call, !options.jmh().getJvm().hasValue());
    Cell earlier = unsupported.get(call.cell());
    if (earlier != null) {
      return CellRecorder.unsupported(arguments.context(), call, earlier);
    }
    output.begin(
        call,
        progressLine,
        params -> MergedResults.original(call.cell(), params, arguments.ours().size()));
    return run(call, arguments);
  }

  private Cell run(Call call, ForkArguments arguments) throws IOException {
    RunResult result = null;
    String failure = null;
    try {
      result = callJmh(call, arguments);
      failure = result == null ? "JMH returned no result" : null;
    } catch (RunnerException | RuntimeException e) {
      // JMH reports some failures, such as a -jvm that does not start, by unchecked exceptions.
      failure = Failures.reason(e, output.tail());
    }
    if (interruption.isRequested()) {
      failure = "interrupted";
    }
    Cell cell = CellRecorder.record(arguments.context(), call, result, failure);
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

  private @Nullable RunResult callJmh(Call call, ForkArguments arguments) throws RunnerException {
    Collection<RunResult> returned;
    try {
      CellOptions narrowed = new CellOptions(options, call, arguments.all());
      if (call.cell().inProcess()) {
        arguments.setSystemProperties();
        interruption.benchmarksHere();
      }
      returned = new Runner(narrowed, output).run();
    } catch (CommandLineOptionException e) {
      throw new IllegalStateException("parsed before, not any more", e);
    } finally {
      interruption.benchmarksElsewhere();
    }
    return returned.isEmpty() ? null : returned.iterator().next();
  }
}
