package snapbench.workload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import snapbench.host.installed.ElfFile;
import snapbench.host.kernel.ResidentCounter;
import snapbench.host.process.ProcessMappings;
import snapbench.ledger.Ledger;
import snapbench.ledger.LedgerSources;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.profile.ProcessProbe;

/**
 * Reads a testee's ledger while no cycle runs. The process's mappings and its resident set are read
 * one after the other; that they are of one state shows by the resident set, which must be the same
 * before and after and the sum of all owners. A JVM that idles still compiles, which takes and
 * gives back tens of MiB and starts and ends threads; so it is tried for some seconds until what
 * malloc and HotSpot say has settled. What does not agree then is a reading that failed: all its
 * figures are NaN. What agrees but has not settled counts, with the drift on record.
 */
final class LedgerReader {
  private static final int ATTEMPTS = 40;
  private static final long PAUSE_MILLIS = 50;

  /** What the readings themselves take and give back. */
  private static final double DRIFT_KIB = 256;

  /** Asks the process what it knows of its native memory. */
  interface Source {
    SelfReport read() throws IOException, InterruptedException;
  }

  private final long pid;
  private final Source source;
  private final ProcessProbe probe;
  private final Map<String, List<ElfFile.ZeroedData>> libraries = new HashMap<>();
  private final TreeSet<String> told = new TreeSet<>();

  LedgerReader(long pid, Source source, ProcessProbe probe) {
    this.pid = pid;
    this.source = source;
    this.probe = probe;
  }

  /**
   * A reading of the process and, of the same state, its ledger.
   *
   * @param process resident set, descriptors, threads
   * @param metrics a value for each metric of the ledger, NaN where unknown
   */
  record MemoryReading(Reading process, Map<Metric, Double> metrics) {
    MemoryReading {
      metrics = Map.copyOf(metrics);
    }

    /** A metric's value; NaN also where the ledger is off. */
    double value(Metric metric) {
      return metrics.getOrDefault(metric, Double.NaN);
    }
  }

  /** Reads it; what the ledger cannot tell is printed, once. */
  MemoryReading read() throws IOException, InterruptedException {
    MemoryReading reading = null;
    String disagreement = "";
    SelfReport report = source.read();
    // of the first time alone: each more leaves garbage in the heap of a program
    double heapUsedKiB = report.heapUsedKiB();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Reading before = probe.read();
      Optional<Ledger> ledger = ledger(report);
      Reading after = probe.read();
      report.problems().forEach(this::tell);
      if (ledger.isEmpty()) {
        tell("/proc/" + pid + "/smaps cannot be read");
        return new MemoryReading(after, metrics(Ledger.unknown(), heapUsedKiB, Double.NaN));
      }
      SelfReport next = source.read();
      double driftKiB = report.driftKiB(next);
      report = next;
      if (agrees(before, ledger.get(), after)) {
        reading = new MemoryReading(after, metrics(ledger.get(), heapUsedKiB, driftKiB));
        if (!(driftKiB > DRIFT_KIB)) {
          return reading;
        }
      } else {
        disagreement =
            "the owners come to %.0f KiB, the resident set was %.0f KiB before and %.0f KiB after"
                .formatted(ledger.get().totalKiB(), before.rssKiB(), after.rssKiB());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    if (reading != null) {
      return reading;
    }
    System.out.println("# ledger: a reading failed: " + disagreement);
    return new MemoryReading(probe.read(), metrics(Ledger.unknown(), heapUsedKiB, Double.NaN));
  }

  private Optional<Ledger> ledger(SelfReport report) {
    LedgerSources.ResidentPages pages =
        (start, end, pageBytes) -> ProcessMappings.presentKiB(pid, start, end, pageBytes);
    return ProcessMappings.smaps(pid).map(smaps -> report.ledger(smaps, pages, this::zeroedData));
  }

  private List<ElfFile.ZeroedData> zeroedData(String path) {
    return libraries.computeIfAbsent(path, file -> ElfFile.zeroedData(Path.of(file)));
  }

  private static boolean agrees(Reading before, Ledger ledger, Reading after) {
    return before.rssKiB() == after.rssKiB()
        && Math.abs(ledger.totalKiB() - after.rssKiB()) <= ResidentCounter.lagKiB(after.threads());
  }

  private void tell(String problem) {
    if (told.add(problem)) {
      System.out.println("# ledger: " + problem);
    }
  }

  private static Map<Metric, Double> metrics(Ledger ledger, double heapUsedKiB, double driftKiB) {
    Map<Metric, Double> metrics = new EnumMap<>(ledger.residentKiB());
    metrics.put(Metric.PROCESS_PSS, ledger.proportionalKiB());
    metrics.put(Metric.HEAP_USED, heapUsedKiB);
    metrics.put(Metric.MALLOC_IN_USE, ledger.mallocInUseKiB());
    metrics.put(Metric.MALLOC_FREE, ledger.mallocFreeKiB());
    metrics.put(Metric.MALLOC_ARENAS, ledger.mallocArenas());
    metrics.put(Metric.MALLOC_NOT_RESIDENT, ledger.mallocNotResidentKiB());
    metrics.put(Metric.MALLOC_DRIFT, driftKiB);
    metrics.put(Metric.MALLOC_TRIMMED, Double.NaN);
    return metrics;
  }
}
