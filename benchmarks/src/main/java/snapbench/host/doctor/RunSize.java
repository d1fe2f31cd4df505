package snapbench.host.doctor;

import java.nio.file.Path;

/**
 * What a run will need.
 *
 * @param databaseKiB size of the live database in KiB; NaN where unknown
 * @param snapshots how many snapshots a process may keep in memory, freed ones that the allocator
 *     keeps included: at most one for each thread
 * @param results where the runs' folders are, and with them snapshots in files and dumps
 */
public record RunSize(double databaseKiB, int snapshots, Path results) {
  /** Size of the generated database at scale 1.0: 541,372,416 bytes. */
  private static final double GENERATED_KIB = 528_684;

  /** What malloc takes for a snapshot's pages, and for what it does not reuse. */
  private static final double OF_SNAPSHOT = 1.08;

  /** A testee's JVM with its heap, the harness and JMH's fork. */
  private static final double JVMS_KIB = 640 * 1024;

  /** SQL text as a part of the database that it is of. */
  private static final double OF_DUMP = 0.92;

  /** Files of results, unpacked libraries. */
  private static final double FILES_KIB = 64 * 1024;

  static final int ARENAS_PER_CORE = 8;

  /** Checks the range. */
  public RunSize {
    if (snapshots < 0) {
      throw new IllegalArgumentException(snapshots + " snapshots");
    }
  }

  /**
   * A run on the generated database, whose memory snapshots stay in each thread's arena.
   *
   * @param scale as the parameter
   */
  public static RunSize ofScale(double scale, int threads, Path results) {
    return new RunSize(scale * GENERATED_KIB, threads, results);
  }

  /** A run of which nothing is known. */
  public static RunSize unknown(Path results) {
    return new RunSize(Double.NaN, 0, results);
  }

  /**
   * Memory that it needs at most, in KiB; NaN where unknown. glibc has at most 8 arenas for each
   * core (mallopt(3), M_ARENA_MAX).
   */
  double memoryKiB(int cores) {
    int kept = Math.min(snapshots, ARENAS_PER_CORE * cores);
    return JVMS_KIB + databaseKiB * OF_SNAPSHOT * (1 + kept);
  }

  /** Disk space that it needs, in KiB: a snapshot in a file and its dump; NaN where unknown. */
  double diskKiB() {
    return FILES_KIB + databaseKiB * (1 + OF_DUMP);
  }

  /** The one of two that needs more memory. */
  public RunSize orLarger(RunSize other) {
    double ours = databaseKiB * (1 + snapshots);
    double theirs = other.databaseKiB * (1 + other.snapshots);
    return theirs > ours || Double.isNaN(ours) ? other : this;
  }
}
