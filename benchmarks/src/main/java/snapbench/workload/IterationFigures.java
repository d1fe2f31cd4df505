package snapbench.workload;

import java.util.EnumMap;
import java.util.Map;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.profile.Peak;

/** What an iteration comes to: its last reading, its peaks and its cycles, as metrics. */
final class IterationFigures {
  private IterationFigures() {}

  static EnumMap<Metric, Double> of(
      LedgerReader.MemoryReading reading, Peak peak, IterationTally tally) {
    EnumMap<Metric, Double> metrics = new EnumMap<>(Metric.class);
    addProcess(metrics, reading.process(), peak);
    addCycles(metrics, tally);
    metrics.putAll(reading.metrics());
    return metrics;
  }

  /** The last reading follows a collection, which may take it beyond what was seen until then. */
  private static void addProcess(Map<Metric, Double> metrics, Reading last, Peak seen) {
    Peak peak = seen.equals(Peak.UNKNOWN) ? seen : seen.or(last.rssKiB(), last.fds());
    metrics.put(Metric.PROCESS_RSS, last.rssKiB());
    metrics.put(Metric.PROCESS_RSS_PEAK, peak.rssKiB());
    metrics.put(Metric.PROCESS_SWAP, last.swapKiB());
    metrics.put(Metric.PROCESS_FDS, last.fds());
    metrics.put(Metric.PROCESS_FDS_PEAK, peak.fds());
    metrics.put(Metric.PROCESS_THREADS, last.threads());
  }

  private static void addCycles(Map<Metric, Double> metrics, IterationTally tally) {
    metrics.put(Metric.CYCLE_SNAPSHOT, tally.mean(Cycle::snapshotMillis));
    metrics.put(Metric.CYCLE_CHECK, tally.mean(Cycle::checkMillis));
    metrics.put(Metric.CYCLE_DUMP, tally.mean(Cycle::activityMillis));
    metrics.put(Metric.CYCLE_CLOSE, tally.mean(Cycle::closeMillis));
    metrics.put(Metric.SNAPSHOT_RATE, tally.rate(Cycle::databaseBytes, Cycle::snapshotMillis));
    metrics.put(
        Metric.DUMP_RATE,
        tally.rate(
            Cycle::dumpBytes,
            cycle -> cycle.dumpBytes() > 0 ? cycle.activityMillis() : Double.NaN));
    metrics.put(Metric.LIVE_READ_BLOCKED, tally.max(Cycle::liveReadBlockedMillis));
    metrics.put(Metric.LIVE_WRITE_BLOCKED, tally.max(Cycle::liveWriteBlockedMillis));
  }
}
