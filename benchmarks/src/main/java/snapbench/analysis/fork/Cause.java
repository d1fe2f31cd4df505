package snapbench.analysis.fork;

import java.util.List;
import snapbench.model.Metric;

/** Whose the growth of a process's memory is, as far as the ledger tells. */
public enum Cause {
  /** Free memory that the allocator kept. */
  ALLOCATOR_RETENTION(
      "memory that had been freed and that the allocator kept", Metric.LEDGER_NATIVE_FREE),
  /** Native memory in use grows: something takes memory and does not give it back. */
  NATIVE_LEAK("memory that native code took and did not give back", Metric.LEDGER_NATIVE_LIVE),
  /** Native memory in use rose, and has stopped. */
  NATIVE_LIVE("memory that native code has in use", Metric.LEDGER_NATIVE_LIVE),
  /** The Java heap: more of it resident, or more of it in use. */
  JAVA_HEAP("Java heap", Metric.LEDGER_JAVA_HEAP),
  /** Memory of direct byte buffers and of Unsafe. */
  DIRECT_BUFFERS("memory of direct byte buffers or of Unsafe", Metric.LEDGER_DIRECT_BUFFERS),
  /** Threads, by their stacks. */
  THREADS("threads, with their stacks", Metric.LEDGER_THREAD_STACKS),
  /** Mapped files. */
  FILE_MAPPINGS("pages of mapped files", Metric.LEDGER_FILE_MAPPED),
  /** HotSpot's own memory: classes, compiled code, compilers and collector. */
  JVM(
      "HotSpot's own memory (classes, compiled code, compilers, collector)",
      Metric.LEDGER_METASPACE,
      Metric.LEDGER_CODE_CACHE,
      Metric.LEDGER_JVM_OTHER),
  /** Bytes whose owner cannot be told, or no owner that explains at least half. */
  UNKNOWN("memory whose owner cannot be told", Metric.LEDGER_UNATTRIBUTED);

  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Metric> metrics;

  Cause(String meaning, Metric... metrics) {
    this.meaning = meaning;
    this.metrics = List.of(metrics);
  }

  /** What it is, in words that can end a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The metrics of the ledger that add up to its resident bytes. */
  List<Metric> metrics() {
    return metrics;
  }
}
