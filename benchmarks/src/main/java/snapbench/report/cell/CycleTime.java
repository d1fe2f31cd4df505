package snapbench.report.cell;

import java.util.function.ToDoubleFunction;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Metric;

/** What takes time in a cycle: its phases, and the waits of who works on the live database. */
public enum CycleTime {
  /** The copy of the database. */
  SNAPSHOT("Snapshot", Cycle::snapshotMillis, Metric.CYCLE_SNAPSHOT),
  /** The check that the copy is whole. */
  CHECK("Check", Cycle::checkMillis, Metric.CYCLE_CHECK),
  /** What is done with the copy. */
  DUMP("Dump or queries", Cycle::activityMillis, Metric.CYCLE_DUMP),
  /** The copy's end. */
  CLOSE("Close", Cycle::closeMillis, Metric.CYCLE_CLOSE),
  /** The longest wait of a SELECT. */
  READS_BLOCKED("Reads blocked", Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED),
  /** The longest wait of an UPDATE. */
  WRITES_BLOCKED("Writes blocked", Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final ToDoubleFunction<Cycle> ofCycle;

  private final Metric metric;

  CycleTime(String words, ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    this.words = words;
    this.ofCycle = ofCycle;
    this.metric = metric;
  }

  /** Its name in charts. */
  public String words() {
    return words;
  }

  /** In milliseconds; NaN where a cycle has none. */
  public double of(Cycle cycle) {
    return ofCycle.applyAsDouble(cycle);
  }

  /** Mean in milliseconds over the measured cycles of all forks, or the iterations. */
  public double mean(Cell cell) {
    return cell.mean(ofCycle, metric);
  }

  /** Highest likewise. */
  public double highest(Cell cell) {
    return cell.highest(ofCycle, metric);
  }

  /** All of these that are known. */
  public double[] known(Cell cell) {
    return cell.known(ofCycle, metric);
  }
}
