package snapbench.workload;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.process.Testee;
import snapbench.profile.OshiProbe;
import snapbench.profile.Peak;
import snapbench.profile.PeakTracker;
import snapbench.profile.ProcessProbe;
import snapbench.profile.ProcessProfilerOptions;
import snapbench.profile.SteadyProbe;

/** All that is read of a testee from outside, as the profiler's options say. */
final class TesteeReader implements AutoCloseable {
  private final Testee process;
  private final ProcessProbe probe;
  private final PeakTracker peaks;
  private final @Nullable LedgerReader ledger;

  TesteeReader(Testee process, ProcessProfilerOptions options) {
    this.process = process;
    ProcessProbe momentary = new OshiProbe(process.pid());
    this.probe = new SteadyProbe(momentary);
    this.peaks = new PeakTracker(process.pid(), momentary, options.periodMillis());
    this.ledger =
        options.ledger()
            ? new LedgerReader(process.pid(), () -> new SelfReport(process.memory()), probe)
            : null;
  }

  /**
   * The reading before the first cycle, after one collection. With the ledger on, one of its
   * readings goes before and is dropped: what the testee loads for it is then in both.
   */
  LedgerReader.MemoryReading beforeFirstCycle() throws IOException, InterruptedException {
    if (ledger != null) {
      ledger.read();
    }
    return afterCollection();
  }

  /** One collection, then a reading; without ledger it has none of its metrics. */
  LedgerReader.MemoryReading afterCollection() throws IOException, InterruptedException {
    process.collect();
    return ledger == null ? new LedgerReader.MemoryReading(probe.read(), Map.of()) : ledger.read();
  }

  /**
   * Has the allocator give back what it can, which changes what is measured: not before the end.
   *
   * @param last the last reading
   * @return the KiB by which the resident set shrank; NaN where the ledger does not know malloc, or
   *     the testee cannot trim
   */
  double trimmedKiB(LedgerReader.MemoryReading last) throws IOException, InterruptedException {
    if (Double.isNaN(last.value(Metric.MALLOC_IN_USE))) {
      return Double.NaN;
    }
    return process.trim() ? last.process().rssKiB() - probe.read().rssKiB() : Double.NaN;
  }

  /** A reading after a cycle, in a tenth of a millisecond. */
  Reading afterCycle() {
    Reading reading = probe.read();
    peaks.observe(reading);
    return reading;
  }

  void startPeaks() {
    peaks.start();
  }

  Peak stopPeaks() {
    return peaks.stop();
  }

  @Override
  public void close() {
    peaks.close();
  }
}
