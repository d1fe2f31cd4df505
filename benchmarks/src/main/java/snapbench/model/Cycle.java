package snapbench.model;

import java.util.Objects;

/**
 * One cycle. Times are in milliseconds and NaN where the phase does not exist or was not probed.
 *
 * @param cycle cycles since the testee started, from 1
 * @param warmup whether it belongs to a warm-up iteration
 * @param iteration the iteration it belongs to, from 1 in warm-up and measurement each
 * @param worker the testee's worker thread, from 0
 * @param after the reading after it
 * @param totalMillis as the harness saw it, request to answer
 * @param snapshotMillis time to copy the database
 * @param checkMillis time to check the copy
 * @param activityMillis time of the dump or of the queries
 * @param closeMillis time to dispose of the snapshot
 * @param databaseBytes size of the database that was worked on
 * @param rows its rows, over all tables
 * @param dumpBytes bytes of SQL text written
 * @param liveReadBlockedMillis longest time until a SELECT on the live database succeeded
 * @param liveWriteBlockedMillis longest time until an UPDATE on the live database succeeded
 */
public record Cycle(
    long cycle,
    boolean warmup,
    int iteration,
    int worker,
    Reading after,
    double totalMillis,
    double snapshotMillis,
    double checkMillis,
    double activityMillis,
    double closeMillis,
    long databaseBytes,
    long rows,
    long dumpBytes,
    double liveReadBlockedMillis,
    double liveWriteBlockedMillis) {
  /** Checks that there is a reading. */
  public Cycle {
    Objects.requireNonNull(after, "after");
  }
}
