package snapbench.ledger;

/** Whose a resident byte is. */
public enum LedgerOwner {
  /** The Java heap. */
  JAVA_HEAP("javaHeap"),
  /** Classes: metaspace, compressed class space, the CDS archive. */
  METASPACE("metaspace"),
  /** Compiled code. */
  CODE_CACHE("codeCache"),
  /** Stacks of all threads, the JVM's own included. */
  THREAD_STACKS("threadStacks"),
  /** What else HotSpot tracks: mapped by itself, or taken by malloc. */
  JVM_OTHER("jvmOther"),
  /** Memory of direct byte buffers and of {@code Unsafe}, which HotSpot takes by malloc. */
  DIRECT_BUFFERS("directBuffers"),
  /** In use by malloc, but not by HotSpot: SQLite's, above all. */
  NATIVE_LIVE("nativeLive"),
  /** Free, retained by the allocator, resident. */
  NATIVE_FREE("nativeFree"),
  /** Mapped files: libraries with their data, the JDK's modules, jars. */
  FILE_MAPPED("fileMapped"),
  /** Whatever is nobody's, or cannot be told. */
  UNATTRIBUTED("unattributed");

  private final String label;

  LedgerOwner(String label) {
    this.label = label;
  }

  /** Its name in the results, for instance {@code javaHeap}. */
  public String label() {
    return label;
  }
}
