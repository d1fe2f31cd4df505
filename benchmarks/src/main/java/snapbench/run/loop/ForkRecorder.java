package snapbench.run.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.CycleLog;
import snapbench.results.folder.ForkContext;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;

/**
 * Sees to it that each call of JMH's runner leaves a cell file that tells the truth: the fork
 * writes its own, unless it was killed; and it cannot know what JMH failed at after that.
 */
final class ForkRecorder {
  /** Why the run, or a fork that does not know any better, was ended; forks write it, too. */
  static final String INTERRUPTED = "interrupted";

  private ForkRecorder() {}

  /**
   * Reads a fork's cell file, and corrects or writes it where needed.
   *
   * @param context the cell
   * @param call the fork
   * @param result what JMH returned; null if nothing
   * @param failure why, in one line; null if it returned something
   */
  static Fork record(
      ForkContext context, PlannedFork call, @Nullable RunResult result, @Nullable String failure)
      throws IOException {
    Path file = context.cellFile();
    Path log = CycleLog.file(context);
    Fork written = Files.exists(file) ? JsonFiles.read(file, Fork.class) : null;
    Fork cell;
    if (failure != null && (written == null || !knowsWhyItFailed(written))) {
      cell = failed(call, written, CycleLog.read(log), failure);
    } else {
      cell =
          written == null
              ? cell(call, State.MEASURED, null, CycleLog.read(log), iterations(result))
              : written;
    }
    if (!cell.equals(written)) {
      JsonFiles.write(file, cell);
    }
    Files.deleteIfExists(log);
    return cell;
  }

  private static boolean knowsWhyItFailed(Fork written) {
    return written.state() != State.MEASURED && !INTERRUPTED.equals(written.reason());
  }

  /** A cell that was not even tried, since an earlier fork of it is unsupported. */
  static Fork unsupported(ForkContext context, PlannedFork call, Fork earlier) throws IOException {
    Fork cell =
        cell(call, State.UNSUPPORTED, earlier.reason(), CycleLog.Content.NOTHING, List.of());
    JsonFiles.write(context.cellFile(), cell);
    return cell;
  }

  /** Corrects how many looks there can be, which nobody knew when the cell was measured. */
  static Fork look(ForkContext context, Fork cell, Look look) throws IOException {
    if (cell.look().equals(look)) {
      return cell;
    }
    Fork corrected = cell.withLook(look);
    JsonFiles.write(context.cellFile(), corrected);
    return corrected;
  }

  private static Fork failed(
      PlannedFork call, @Nullable Fork written, CycleLog.Content log, String failure) {
    if (written == null || !log.equals(CycleLog.Content.NOTHING)) {
      // What was written before a log was begun is of a warm-up fork.
      return cell(call, State.FAILED, failure, log, List.of());
    }
    CycleLog.Content content =
        new CycleLog.Content(null, written.testee(), written.baseline(), written.cycles());
    return cell(call, State.FAILED, failure, content, written.iterations());
  }

  private static Fork cell(
      PlannedFork call,
      State state,
      @Nullable String reason,
      CycleLog.Content content,
      List<Iteration> iterations) {
    PlannedCell planned = call.cell();
    return new CycleLog.Header(
            call.number(),
            planned.benchmark(),
            planned.mode().shortLabel(),
            call.fork(),
            planned.params(),
            planned.look())
        .fork(state, reason, content, iterations);
  }

  /** The metrics of a benchmark that keeps no record of its own. */
  private static List<Iteration> iterations(@Nullable RunResult result) {
    List<Iteration> iterations = new ArrayList<>();
    if (result != null) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          iterations.add(new Iteration(false, iterations.size() + 1, metrics(iteration)));
        }
      }
    }
    return iterations;
  }

  private static Map<String, Double> metrics(IterationResult iteration) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    iteration
        .getSecondaryResults()
        .forEach((label, result) -> metrics.put(label, result.getScore()));
    return metrics;
  }
}
