package snapbench.model;

import static org.openjdk.jmh.results.AggregationPolicy.AVG;
import static org.openjdk.jmh.results.AggregationPolicy.MAX;
import static snapbench.model.Metric.Better.HIGHER;
import static snapbench.model.Metric.Better.LOWER;
import static snapbench.model.Metric.Better.NEITHER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.AggregationPolicy;

/**
 * Everything that an iteration reports beside its throughput: the one place for each metric's name,
 * unit and meaning. Those of the ledger are reported where it is on ({@code -prof
 * process:ledger=true}), and then in every iteration.
 */
public enum Metric {
  PROCESS_RSS(
      "process.rss",
      "KiB",
      "resident set of the testee at the end of the iteration, after one garbage collection"),
  PROCESS_RSS_PEAK(
      "process.rss.peak",
      "KiB",
      "highest resident set within the iteration: the kernel's on Linux, the highest sample"
          + " elsewhere"),
  PROCESS_RSS_BASELINE(
      "process.rss.baseline",
      "KiB",
      "resident set before the first cycle; the same in every iteration"),
  PROCESS_SWAP(
      "process.swap",
      "KiB",
      "memory of the testee that lies in swap, which its resident set lacks"),
  PROCESS_PSS(
      "process.pss",
      "KiB",
      "proportional set of the testee, read with its ledger: as process.rss, but each page divided"
          + " by the number of its mappings, in the testee and in other processes"),
  PROCESS_FDS(
      "process.fds", "count", "open file descriptors of the testee at the end of the iteration"),
  PROCESS_FDS_PEAK(
      "process.fds.peak", "count", "most open file descriptors in any sample of the iteration"),
  PROCESS_THREADS("process.threads", "count", "threads of the testee at the end of the iteration"),
  PROCESS_CYCLES(
      "process.cycles", "count", MAX, NEITHER, "cycles since the testee started, warm-up included"),
  CYCLE_SNAPSHOT("cycle.snapshot", "ms", AVG, LOWER, "mean time to copy the database"),
  CYCLE_CHECK("cycle.check", "ms", AVG, LOWER, "mean time to check that the snapshot is complete"),
  CYCLE_DUMP("cycle.dump", "ms", AVG, LOWER, "mean time of the dump, or of the queries"),
  CYCLE_CLOSE("cycle.close", "ms", AVG, LOWER, "mean time to dispose of the snapshot"),
  SNAPSHOT_RATE("snapshot.rate", "MB/s", AVG, HIGHER, "10^6 bytes of database copied in a second"),
  DUMP_RATE("dump.rate", "MB/s", AVG, HIGHER, "10^6 bytes of SQL text written in a second"),
  LIVE_READ_BLOCKED(
      "live.read.blocked",
      "ms",
      "longest time until a one-row SELECT on the live database succeeded"),
  LIVE_WRITE_BLOCKED(
      "live.write.blocked",
      "ms",
      "longest time until a one-row UPDATE on the live database succeeded"),
  LEDGER_JAVA_HEAP("ledger.javaHeap", "KiB", "resident Java heap"),
  LEDGER_METASPACE(
      "ledger.metaspace", "KiB", "resident metaspace, compressed class space and CDS archive"),
  LEDGER_CODE_CACHE("ledger.codeCache", "KiB", "resident code cache"),
  LEDGER_THREAD_STACKS("ledger.threadStacks", "KiB", "resident stacks of all threads"),
  LEDGER_JVM_OTHER(
      "ledger.jvmOther",
      "KiB",
      "what else is HotSpot's: mapped by itself and resident, or taken by malloc"),
  LEDGER_DIRECT_BUFFERS(
      "ledger.directBuffers", "KiB", "memory of direct byte buffers and of Unsafe"),
  LEDGER_NATIVE_LIVE(
      "ledger.nativeLive", "KiB", "in use by malloc and not HotSpot's: SQLite's above all"),
  LEDGER_NATIVE_FREE("ledger.nativeFree", "KiB", "free, resident, retained by the allocator"),
  LEDGER_FILE_MAPPED(
      "ledger.fileMapped", "KiB", "resident pages of mapped files, libraries with their data"),
  LEDGER_UNATTRIBUTED("ledger.unattributed", "KiB", "resident, and nobody's as far as can be told"),
  LEDGER_COUNTED_AGAIN(
      "ledger.countedAgain",
      "KiB",
      "what process.rss has beyond process.pss, since it counts a page for each of its mappings; 0"
          + " where that is but files that other processes read too"),
  /** What the resident set hides where the heap is resident from the start. */
  HEAP_USED(
      "heap.used",
      "KiB",
      "managed heap (Java's, Go's) in use after one garbage collection, as its runtime says"),
  MALLOC_IN_USE("malloc.inUse", "KiB", "in use by malloc, resident or not, HotSpot's included"),
  MALLOC_FREE("malloc.free", "KiB", "free and held by malloc, resident or not"),
  MALLOC_ARENAS("malloc.arenas", "count", MAX, NEITHER, "arenas of malloc"),
  MALLOC_NOT_RESIDENT(
      "malloc.notResident",
      "KiB",
      MAX,
      NEITHER,
      "what malloc has of the kernel and is not resident: together with malloc.drift the most by"
          + " which ledger.jvmOther, nativeLive and nativeFree may be off"),
  MALLOC_DRIFT(
      "malloc.drift",
      "KiB",
      MAX,
      NEITHER,
      "how far malloc and HotSpot moved while the ledger was read; see malloc.notResident"),
  MALLOC_TRIMMED(
      "malloc.trimmed",
      "KiB",
      MAX,
      NEITHER,
      "resident bytes that malloc_trim gave back after the last iteration; NaN before");

  private static final String LEDGER = "ledger.";

  private final String label;
  private final String unit;
  private final AggregationPolicy aggregation;
  private final Better better;
  private final String meaning;

  /** The most in any iteration, which one hopes is low: as most are. */
  Metric(String label, String unit, String meaning) {
    this(label, unit, MAX, LOWER, meaning);
  }

  Metric(String label, String unit, AggregationPolicy aggregation, Better better, String meaning) {
    this.label = label;
    this.unit = unit;
    this.aggregation = aggregation;
    this.better = better;
    this.meaning = meaning;
  }

  /** Its name in JMH's results. */
  public String label() {
    return label;
  }

  /** The unit of its values. */
  public String unit() {
    return unit;
  }

  /** How JMH forms its score from the iterations' values. */
  public AggregationPolicy aggregation() {
    return aggregation;
  }

  /** Which values one hopes for. */
  public Better better() {
    return better;
  }

  /** What it says, in one line. */
  public String meaning() {
    return meaning;
  }

  /** Whether it is read from the process, so that it applies to every benchmark. */
  public boolean isOfProcess() {
    return label.startsWith("process.");
  }

  /** Whether it is the ledger's, and reported only where that is on. */
  public boolean isOfLedger() {
    return label.startsWith(LEDGER)
        || label.startsWith("malloc.")
        || this == HEAP_USED
        || this == PROCESS_PSS;
  }

  /** The metric with that label; empty if it is not one of ours. */
  public static Optional<Metric> of(String label) {
    return Arrays.stream(values()).filter(metric -> metric.label.equals(label)).findFirst();
  }

  /** Those of the owners of resident bytes, which together are the resident set. */
  public static List<Metric> owners() {
    return Arrays.stream(values()).filter(metric -> metric.label.startsWith(LEDGER)).toList();
  }

  /** The name of an owner of resident bytes: its label without what all of them begin with. */
  public String owner() {
    return label.substring(LEDGER.length());
  }

  /**
   * The metrics of a run.
   *
   * @param ledger whether the ledger is on
   */
  public static List<Metric> reported(boolean ledger) {
    return Arrays.stream(values()).filter(metric -> ledger || !metric.isOfLedger()).toList();
  }

  /** Which of two values one would rather have. */
  public enum Better {
    HIGHER,
    LOWER,
    /** The value says nothing about quality. */
    NEITHER
  }
}
