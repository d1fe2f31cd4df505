package snapbench.ledger;

/** What a stretch of memory is for. */
enum MappingKind {
  JAVA_HEAP,
  METASPACE,
  CODE_CACHE,
  THREAD_STACKS,
  JVM_OTHER,
  FILE_MAPPED,
  /** From which malloc serves everybody, HotSpot included. */
  ARENAS,
  /** Chunks of malloc's that are large enough for a mapping of their own, or nobody's. */
  LARGE_CHUNKS,
  UNATTRIBUTED;

  /** The kind of what HotSpot tracks in a category. */
  static MappingKind ofCategory(String category) {
    return switch (category) {
      case "Java Heap" -> JAVA_HEAP;
      case "Class", "Metaspace", "Shared class space" -> METASPACE;
      case "Code" -> CODE_CACHE;
      case "Thread Stack" -> THREAD_STACKS;
      default -> JVM_OTHER;
    };
  }

  /**
   * The kind of a mapping, or of the rest of it, that lies outside of what HotSpot tracks.
   *
   * @param tracked whether HotSpot's own memory is known; if not, anonymous memory may be anybody's
   */
  static MappingKind ofUntracked(Mapping mapping, boolean tracked) {
    if (mapping.isStack()) {
      return tracked ? THREAD_STACKS : UNATTRIBUTED;
    }
    if (tracked && mapping.isDataOfAnAllocator()) {
      return mapping.isOfArena() ? ARENAS : LARGE_CHUNKS;
    }
    // what is left is a file, or the kernel's own page, such as [vdso]
    return mapping.isAnonymous() || mapping.isBreak() ? UNATTRIBUTED : FILE_MAPPED;
  }
}
