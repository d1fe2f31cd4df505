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
    return isBreak() || (isDataOfAnAllocator() && isUnreserved());
  }

  /** Whether no swap is reserved for it. */
  boolean isUnreserved() {
    return flags.contains(NO_RESERVE);
  }

  boolean isFile() {
    return name.startsWith("/");
  }
}
