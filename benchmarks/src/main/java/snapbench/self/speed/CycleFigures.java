package snapbench.self.speed;

import snapbench.testee.api.CycleReport;

/** Times and rates of a cycle. */
final class CycleFigures {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BYTES_PER_MEGABYTE = 1e6;

  private CycleFigures() {}

  static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }

  /** At which the database was copied, in MB/s (10^6 bytes). */
  static double snapshotRate(CycleReport report) {
    return report.databaseBytes() / BYTES_PER_MEGABYTE / seconds(report.snapshotNanos());
  }
}
