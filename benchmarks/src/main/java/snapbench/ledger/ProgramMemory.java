package snapbench.ledger;

/**
 * What a program that is no JVM says of its memory, in figures; NaN where it does not say.
 *
 * @param liveKiB in use by malloc
 * @param freeKiB free, but kept by malloc
 * @param arenas arenas of malloc
 * @param mappedKiB that part of what is in use that lies in chunks with mappings of their own
 * @param mappedChunks number of these
 * @param databaseKiB size of its live database
 */
public record ProgramMemory(
    double liveKiB,
    double freeKiB,
    double arenas,
    double mappedKiB,
    double mappedChunks,
    double databaseKiB) {

  /** Whether it tells large chunks from others. */
  boolean knowsMapped() {
    return !Double.isNaN(mappedKiB);
  }

  /** As glibc would say it. */
  public MallocInfoXml malloc() {
    double mapped = knowsMapped() ? Math.min(mappedKiB, liveKiB) : 0;
    return Double.isNaN(liveKiB + freeKiB)
        ? MallocInfoXml.UNKNOWN
        : new MallocInfoXml(arenas, liveKiB - mapped + freeKiB, freeKiB, mapped, mappedChunks);
  }

  /**
   * Whether the allocator that it tells of is the one that holds the database, and not one beside
   * another that has been preloaded.
   */
  boolean isInCharge() {
    return malloc().isKnown() && !(2 * malloc().inUseKiB() < databaseKiB);
  }
}
