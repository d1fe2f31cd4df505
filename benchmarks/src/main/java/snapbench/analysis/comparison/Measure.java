package snapbench.analysis.comparison;

import java.util.Arrays;
import java.util.stream.Collectors;
import snapbench.model.Metric;

/** What is compared: one value for each fork. */
public enum Measure {
  /** JMH's score: the question asked. */
  THROUGHPUT("throughput", "", false, "median of the iterations' scores"),
  /** Resident set at the same number of cycles. */
  RSS("rss", "KiB", true, "resident set after as many cycles as all forks reached"),
  /** Growth of the resident set until then. */
  RSS_GROWTH("rss.growth", "factor", true, "that, divided by the resident set before the first"),
  /** Proportional set at the same number of cycles, where the resident set says too much. */
  PSS("pss", "KiB", true, "proportional set then, where the resident set counts pages again"),
  /** Descriptors at the same number of cycles. */
  DESCRIPTORS("fds", "count", false, "open file descriptors after as many cycles"),
  /** Time of the snapshot. */
  SNAPSHOT(Metric.CYCLE_SNAPSHOT, "median time to copy the database"),
  /** Time of the check. */
  CHECK(Metric.CYCLE_CHECK, "median time to check the snapshot"),
  /** Time of the dump or of the queries. */
  DUMP(Metric.CYCLE_DUMP, "median time of the dump, or of the queries"),
  /** Time of disposal. */
  CLOSE(Metric.CYCLE_CLOSE, "median time to dispose of the snapshot"),
  /** Longest wait of a reader. */
  READ_BLOCKED(Metric.LIVE_READ_BLOCKED, "median of a cycle's longest wait of a SELECT"),
  /** Longest wait of a writer. */
  WRITE_BLOCKED(Metric.LIVE_WRITE_BLOCKED, "median of a cycle's longest wait of an UPDATE");

  private final String label;
  private final String unit;
  private final boolean memory;
  private final String meaning;

  Measure(Metric metric, String meaning) {
    this(metric.label(), metric.unit(), false, meaning);
  }

  Measure(String label, String unit, boolean memory, String meaning) {
    this.label = label;
    this.unit = unit;
    this.memory = memory;
    this.meaning = meaning;
  }

  /** Its name in tables and conditions. */
  public String label() {
    return label;
  }

  /** The unit of its values; empty where JMH names it. */
  public String unit() {
    return unit;
  }

  /** Whether the minimum effect for memory applies. */
  public boolean isMemory() {
    return memory;
  }

  /** What a fork's value is, in one line. */
  public String meaning() {
    return meaning;
  }

  /** All names, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(Measure::label).collect(Collectors.joining(", "));
  }
}
