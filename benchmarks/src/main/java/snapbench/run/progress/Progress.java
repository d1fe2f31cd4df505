package snapbench.run.progress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;
import snapbench.model.Metric;
import snapbench.run.decision.RemainingForks;
import snapbench.run.plan.CellNames;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;
import snapbench.run.progress.RunStatus.Phase;

/**
 * How far a run has come, and how long it may still take. JMH tells of iterations on threads of its
 * own.
 */
public final class Progress {

  private final LongSupplier clock;
  private final ProgressView view;
  private final CellNames names;
  private final RemainingForks outlook;
  private final long startNanos;
  private final TimeLeft timeLeft = new TimeLeft();
  private RunStatus status = RunStatus.starting(0, 0, "", 0, 0);

  /**
   * Before the first call.
   *
   * @param outlook says what may follow a call
   * @param clock as {@link System#nanoTime()}
   * @param view shows it all the time
   */
  public Progress(
      List<PlannedCell> cells, RemainingForks outlook, LongSupplier clock, ProgressView view) {
    this.clock = clock;
    this.view = view;
    this.names = new CellNames(cells);
    this.outlook = outlook;
    this.startNanos = clock.getAsLong();
  }

  /** The run begins. */
  public void begin() {
    view.begin(this::status);
  }

  /**
   * A call begins.
   *
   * @param calls all that are planned by now
   * @param index the call's place among them, from 0
   * @return one line to print before it
   */
  public synchronized String begin(List<PlannedFork> calls, int index) {
    PlannedFork call = calls.get(index);
    PlannedCell cell = call.cell();
    timeLeft.begin(call, outlook.following(calls, index), clock.getAsLong());
    Set<Integer> numbers = new LinkedHashSet<>();
    calls.forEach(each -> numbers.add(each.cell().number()));
    int number = new ArrayList<>(numbers).indexOf(cell.number()) + 1;
    status =
        RunStatus.starting(
            number,
            numbers.size(),
            names.of(cell) + (cell.look().isFirst() ? "" : ", " + cell.look()),
            call.fork(),
            cell.forks());
    return "# Run progress: cell "
        + number
        + " of "
        + numbers.size()
        + (cell.look().isFirst() ? "" : ", " + cell.look())
        + (cell.forks() > 1 ? ", fork " + call.fork() + " of " + cell.forks() : "")
        + ", ETA "
        + left();
  }

  public void iterationBegins(IterationParams params, int number) {
    synchronized (this) {
      timeLeft.beginIteration(clock.getAsLong());
      boolean warmup = params.getType() == IterationType.WARMUP;
      status = status.withPhase(new Phase(warmup, number, params.getCount()));
    }
    view.update();
  }

  public void iterationEnded(IterationResult result) {
    synchronized (this) {
      timeLeft.endIteration(clock.getAsLong());
      Result<?> rss = result.getSecondaryResults().get(Metric.PROCESS_RSS.label());
      Result<?> primary = result.getPrimaryResult();
      status =
          status.withFigures(
              rss == null ? "" : RunStatus.rss(rss.getScore()),
              RunStatus.score(primary.getScore(), primary.getScoreUnit()));
    }
    view.iterationEnded();
  }

  /** The call has ended. */
  public synchronized void endCall() {
    timeLeft.end(clock.getAsLong());
  }

  /** The run has ended. */
  public void end() {
    view.end();
  }

  /** One line at the end. */
  public String total() {
    return "# Run complete. Total time: "
        + TimeLeft.clock((double) (clock.getAsLong() - startNanos));
  }

  /** How far it is now. */
  synchronized RunStatus status() {
    String left = left();
    return status.withLeft(left.equals("unknown") ? "time left unknown" : left + " left");
  }

  private String left() {
    double nanos = outlook.isKnown() ? timeLeft.nanos(clock.getAsLong()) : Double.NaN;
    boolean known = !Double.isNaN(nanos);
    return (known && outlook.isAtMost() ? "at most " : "") + TimeLeft.clock(nanos);
  }
}
