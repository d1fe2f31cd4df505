package snapbench.workload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.profile.Peak;

/**
 * What an iteration comes to: its last reading, its peaks and its cycles, as metrics. NaN where no
 * cycle has the figure.
 */
final class IterationFigures {
  private final List<Cycle> cycles = new ArrayList<>();

  void add(Cycle cycle) {
    cycles.add(cycle);
  }

  EnumMap<Metric, Double> with(LedgerReader.MemoryReading reading, Peak seen) {
    EnumMap<Metric, Double> metrics = new EnumMap<>(Metric.class);
    Reading last = reading.process();
    // it follows a collection, which may take it beyond what was seen until then
    Peak peak = seen.equals(Peak.UNKNOWN) ? seen : seen.or(last.rssKiB(), last.fds());
    metrics.put(Metric.PROCESS_RSS, last.rssKiB());
    metrics.put(Metric.PROCESS_RSS_PEAK, peak.rssKiB());
    metrics.put(Metric.PROCESS_SWAP, last.swapKiB());
    metrics.put(Metric.PROCESS_FDS, last.fds());
    metrics.put(Metric.PROCESS_FDS_PEAK, peak.fds());
    metrics.put(Metric.PROCESS_THREADS, last.threads());
    metrics.put(Metric.CYCLE_SNAPSHOT, mean(Cycle::snapshotMillis));
    metrics.put(Metric.CYCLE_CHECK, mean(Cycle::checkMillis));
    metrics.put(Metric.CYCLE_DUMP, mean(Cycle::activityMillis));
    metrics.put(Metric.CYCLE_CLOSE, mean(Cycle::closeMillis));
    metrics.put(Metric.SNAPSHOT_RATE, rate(Cycle::databaseBytes, Cycle::snapshotMillis));
    metrics.put(
        Metric.DUMP_RATE,
        rate(
            Cycle::dumpBytes,
            cycle -> cycle.dumpBytes() > 0 ? cycle.activityMillis() : Double.NaN));
    metrics.put(Metric.LIVE_READ_BLOCKED, max(Cycle::liveReadBlockedMillis));
    metrics.put(Metric.LIVE_WRITE_BLOCKED, max(Cycle::liveWriteBlockedMillis));
    metrics.putAll(reading.metrics());
    return metrics;
  }

  /** Mean over the cycles that have the figure. */
  private double mean(ToDoubleFunction<Cycle> figure) {
    return known(figure).average().orElse(Double.NaN);
  }

  /** Highest over the cycles that have the figure. */
  private double max(ToDoubleFunction<Cycle> figure) {
    return known(figure).max().orElse(Double.NaN);
  }

  private DoubleStream known(ToDoubleFunction<Cycle> figure) {
    return cycles.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value));
  }

  /** Bytes over time, in MB/s (10^6 bytes), over the cycles that have both. */
  private double rate(ToDoubleFunction<Cycle> bytes, ToDoubleFunction<Cycle> millis) {
    double sumBytes = 0;
    double sumMillis = 0;
    for (Cycle cycle : cycles) {
      if (millis.applyAsDouble(cycle) > 0) {
        sumBytes += bytes.applyAsDouble(cycle);
        sumMillis += millis.applyAsDouble(cycle);
      }
    }
    return sumMillis > 0 ? sumBytes / 1e6 / (sumMillis / 1e3) : Double.NaN;
  }
}
