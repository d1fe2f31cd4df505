package snapbench.model;

import snapbench.testee.api.LedgerTexts;

/** What a testee says of its own memory. */
public sealed interface OwnMemory {
  /**
   * A JVM's.
   *
   * @param texts in which HotSpot and glibc say it
   */
  record OfJvm(LedgerTexts texts) implements OwnMemory {}

  /**
   * Another program's. What it does not say is NaN.
   *
   * @param liveKiB in use by the allocator
   * @param freeKiB free, but kept by the allocator
   * @param arenas the allocator's arenas
   * @param mappedKiB that part of what is in use that lies in chunks with mappings of their own
   * @param mappedChunks number of these
   * @param heapKiB size of a managed heap, for instance Go's
   * @param databaseKiB size of its live database, which its memory must hold
   */
  record OfProgram(
      double liveKiB,
      double freeKiB,
      double arenas,
      double mappedKiB,
      double mappedChunks,
      double heapKiB,
      double databaseKiB)
      implements OwnMemory {
    /** Whether it tells large chunks from others. */
    public boolean knowsMapped() {
      return !Double.isNaN(mappedKiB);
    }
  }
}
