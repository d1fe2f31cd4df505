package snapbench.profile;

import static org.openjdk.jmh.results.AggregationPolicy.AVG;
import static org.openjdk.jmh.results.AggregationPolicy.MAX;
import static snapbench.profile.Metric.Better.HIGHER;
import static snapbench.profile.Metric.Better.LOWER;
import static snapbench.profile.Metric.Better.NEITHER;

import org.openjdk.jmh.results.AggregationPolicy;

/**
 * Everything that an iteration reports beside its throughput: the one place for each metric's name,
 * unit and meaning. (What the ledger reports has names of its own.)
 */
public enum Metric {
  /** VmRSS at the end of the iteration. */
  PROCESS_RSS(
      "process.rss",
      "KiB",
      MAX,
      LOWER,
      "resident set of the testee at the end of the iteration, after one garbage collection"),
  /** VmHWM of the iteration. */
  PROCESS_RSS_PEAK(
      "process.rss.peak",
      "KiB",
      MAX,
      LOWER,
      "highest resident set within the iteration: the kernel's on Linux, the highest sample"
          + " elsewhere"),
  /** VmRSS before the first cycle. */
  PROCESS_RSS_BASELINE(
      "process.rss.baseline",
      "KiB",
      MAX,
      LOWER,
      "resident set before the first cycle; the same in every iteration"),
  /** VmSwap at the end of the iteration. */
  PROCESS_SWAP(
      "process.swap",
      "KiB",
      MAX,
      LOWER,
      "memory of the testee that lies in swap, which its resident set lacks"),
  /** Descriptors at the end of the iteration. */
  PROCESS_FDS(
      "process.fds",
      "count",
      MAX,
      LOWER,
      "open file descriptors of the testee at the end of the iteration"),
  /** Most descriptors of the iteration. */
  PROCESS_FDS_PEAK(
      "process.fds.peak",
      "count",
      MAX,
      LOWER,
      "most open file descriptors in any sample of the iteration"),
  /** Threads at the end of the iteration. */
  PROCESS_THREADS(
      "process.threads", "count", MAX, LOWER, "threads of the testee at the end of the iteration"),
  /** Cycles so far. */
  PROCESS_CYCLES(
      "process.cycles", "count", MAX, NEITHER, "cycles since the testee started, warm-up included"),
  /** Phase 1. */
  CYCLE_SNAPSHOT("cycle.snapshot", "ms", AVG, LOWER, "mean time to copy the database"),
  /** Phase 2. */
  CYCLE_CHECK("cycle.check", "ms", AVG, LOWER, "mean time to check that the snapshot is complete"),
  /** Phase 3. */
  CYCLE_DUMP("cycle.dump", "ms", AVG, LOWER, "mean time of the dump, or of the queries"),
  /** Phase 4. */
  CYCLE_CLOSE("cycle.close", "ms", AVG, LOWER, "mean time to dispose of the snapshot"),
  /** Speed of phase 1. */
  SNAPSHOT_RATE("snapshot.rate", "MB/s", AVG, HIGHER, "10^6 bytes of database copied in a second"),
  /** Speed of phase 3. */
  DUMP_RATE("dump.rate", "MB/s", AVG, HIGHER, "10^6 bytes of SQL text written in a second"),
  /** Longest wait of a reader. */
  LIVE_READ_BLOCKED(
      "live.read.blocked",
      "ms",
      MAX,
      LOWER,
      "longest time until a one-row SELECT on the live database succeeded"),
  /** Longest wait of a writer. */
  LIVE_WRITE_BLOCKED(
      "live.write.blocked",
      "ms",
      MAX,
      LOWER,
      "longest time until a one-row UPDATE on the live database succeeded");

  private final String label;
  private final String unit;
  private final AggregationPolicy aggregation;
  private final Better better;
  private final String meaning;

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
  boolean isOfProcess() {
    return label.startsWith("process.");
  }

  /** Which of two values one would rather have. */
  public enum Better {
    /** The higher one. */
    HIGHER,
    /** The lower one. */
    LOWER,
    /** The value says nothing about quality. */
    NEITHER
  }
}
