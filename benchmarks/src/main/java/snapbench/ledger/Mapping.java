package snapbench.ledger;

import java.util.List;

/**
 * A mapping of {@code /proc/PID/smaps}; see proc_pid_smaps(5).
 *
 * @param range where it is
 * @param permissions for instance {@code rw-p}
 * @param offset of its first byte in the file, in bytes
 * @param name the file's path, a name in brackets such as {@code [heap]}, or empty
 * @param residentKiB resident set
 * @param proportionalKiB its proportional set (Pss): each page divided by the number of its
 *     mappings, in this process and in others; NaN where the kernel does not tell
 * @param flags the kernel's two-letter flags, for instance {@code rd wr mr mw me nr}
 */
record Mapping(
    AddressRange range,
    String permissions,
    long offset,
    String name,
    double residentKiB,
    double proportionalKiB,
    String flags) {
  private static final String NO_RESERVE = "nr";
  private static final List<String> SHARED_MEMORY =
      List.of("/memfd:", "/dev/shm/", "/dev/zero", "/SYSV");

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

  /**
   * Whether its pages are there for being read from a file: of libraries, the JDK's modules and
   * archives. Who else has the file mapped says nothing of the process. Memory that several
   * mappings share has a name like a file's: of memfd_create(2), shm_open(3), shmget(2), or of a
   * file that is mapped to be written to.
   */
  boolean isReadFromFile() {
    boolean isMemory =
        SHARED_MEMORY.stream().anyMatch(name::startsWith)
            || (permissions.endsWith("s") && permissions.contains("w"));
    return isFile() && !isMemory;
  }
}
