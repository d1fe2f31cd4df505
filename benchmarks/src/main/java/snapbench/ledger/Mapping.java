package snapbench.ledger;

/**
 * A mapping of {@code /proc/PID/smaps}; see proc_pid_smaps(5).
 *
 * @param range where it is
 * @param permissions for instance {@code rw-p}
 * @param offset of its first byte in the file, in bytes
 * @param name the file's path, a name in brackets such as {@code [heap]}, or empty
 * @param residentKiB resident set
 * @param flags the kernel's two-letter flags, for instance {@code rd wr mr mw me nr}
 */
record Mapping(
    AddressRange range,
    String permissions,
    long offset,
    String name,
    double residentKiB,
    String flags) {
  private static final String NO_RESERVE = "nr";
  private static final long ARENA_HEAP_BYTES = 64L << 20;

  /** What a thread gets where nothing else is asked for (RLIMIT_STACK). */
  private static final double LARGEST_STACK_KIB = 8 << 10;

  /** Anonymous memory; from Linux 5.17 on it may have been given a name (PR_SET_VMA_ANON_NAME). */
  boolean isAnonymous() {
    return name.isEmpty() || name.startsWith("[anon:");
  }

  /** The program break, from which glibc's main arena takes memory. */
  boolean isBreak() {
    return name.equals("[heap]");
  }

  /**
   * The stack of the first thread, or one that glibc has named (tunable glibc.mem.decorate_maps).
   */
  boolean isStack() {
    return name.equals("[stack]") || (name.startsWith("[anon:") && name.contains("stack"));
  }

  /** Of a kind that an allocator asks the kernel for: private, to be written, not to be run. */
  boolean isDataOfAnAllocator() {
    return isBreak() || (isAnonymous() && permissions.equals("rw-p"));
  }

  /**
   * Of an arena: glibc maps the heaps of an arena without reserving swap for them (MAP_NORESERVE in
   * malloc/arena.c), but a large chunk, which has a mapping of its own, with it (malloc/malloc.c).
   */
  boolean isOfArena() {
    return isBreak() || (isDataOfAnAllocator() && flags.contains(NO_RESERVE));
  }

  /**
   * Of a thread's stack, in a process whose stacks are not known otherwise: glibc maps them, too,
   * without reserving swap (nptl/allocatestack.c), but not at multiples of the size of an arena's
   * heap, which is 64 MiB. Where the kernel has merged a stack with an arena, or where the stack
   * lies across such a multiple, it counts as an arena.
   */
  boolean isStackOfThread() {
    return isAnonymous()
        && isOfArena()
        && range.kiB() <= LARGEST_STACK_KIB
        && Long.divideUnsigned(range.start(), ARENA_HEAP_BYTES)
            == Long.divideUnsigned(range.end() - 1, ARENA_HEAP_BYTES)
        && Long.remainderUnsigned(range.start(), ARENA_HEAP_BYTES) != 0;
  }

  boolean isFile() {
    return name.startsWith("/");
  }
}
