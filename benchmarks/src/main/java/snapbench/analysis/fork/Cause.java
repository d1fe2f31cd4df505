package snapbench.analysis.fork;

import java.util.List;

/** Whose the growth of a process's memory is, as far as the ledger tells. */
public enum Cause {
  /** Free memory that the allocator kept. */
  ALLOCATOR_RETENTION(
      "memory that had been freed and that the allocator kept", "ledger.nativeFree"),
  /** Native memory in use grows: something takes memory and does not give it back. */
  NATIVE_LEAK("memory that native code took and did not give back", "ledger.nativeLive"),
  /** Native memory in use rose, and has stopped. */
  NATIVE_LIVE("memory that native code has in use", "ledger.nativeLive"),
  /** The Java heap: more of it resident, or more of it in use. */
  JAVA_HEAP("Java heap", "ledger.javaHeap"),
  /** Memory of direct byte buffers and of Unsafe. */
  DIRECT_BUFFERS("memory of direct byte buffers or of Unsafe", "ledger.directBuffers"),
  /** Threads, by their stacks. */
  THREADS("threads, with their stacks", "ledger.threadStacks"),
  /** Mapped files. */
  FILE_MAPPINGS("pages of mapped files", "ledger.fileMapped"),
  /** HotSpot's own memory: classes, compiled code, compilers and collector. */
  JVM(
      "HotSpot's own memory (classes, compiled code, compilers, collector)",
      "ledger.metaspace",
      "ledger.codeCache",
      "ledger.jvmOther"),
  /** Bytes whose owner cannot be told, or no owner that explains at least half. */
  UNKNOWN("memory whose owner cannot be told", "ledger.unattributed");

  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> labels;

  Cause(String meaning, String... labels) {
    this.meaning = meaning;
    this.labels = List.of(labels);
  }

  /** What it is, in words that can end a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The metrics of the ledger that add up to its resident bytes. */
  List<String> labels() {
    return labels;
  }
}
