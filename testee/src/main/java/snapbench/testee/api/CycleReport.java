package snapbench.testee.api;

/**
 * The answer to one {@code POST /dumpdb}: what the cycle did and how long each phase took.
 *
 * @param cycle cycles since the testee started, counted from 1
 * @param worker index of the worker thread it ran on, from 0
 * @param snapshot label of the {@link SnapshotKind}, or {@code none} where the live database itself
 *     was dumped
 * @param activity label of the {@link Activity}
 * @param snapshotNanos time to copy the database; 0 where no snapshot was asked for
 * @param checkNanos time to check that the snapshot is where it says and has all tables and rows
 * @param activityNanos time of the activity: of the dump, until its file is closed
 * @param closeNanos time to dispose of the snapshot
 * @param pages pages of the database that was worked on
 * @param databaseBytes its pages times its page size
 * @param rows its rows, over all tables
 * @param dumpBytes bytes of SQL text written; 0 where nothing was dumped
 * @param liveReadBlockedMillis longest time until a one-row SELECT on the live database succeeded;
 *     NaN where that was not probed
 * @param liveWriteBlockedMillis the same for a one-row UPDATE
 */
public record CycleReport(
    long cycle,
    int worker,
    String snapshot,
    String activity,
    long snapshotNanos,
    long checkNanos,
    long activityNanos,
    long closeNanos,
    long pages,
    long databaseBytes,
    long rows,
    long dumpBytes,
    double liveReadBlockedMillis,
    double liveWriteBlockedMillis) {}
