package snapbench.testee.cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.SnapshotKind;
import snapbench.testee.database.LiveDatabase;
import snapbench.testee.database.probe.LiveProbe;
import snapbench.testee.dump.DumpSummary;
import snapbench.testee.dump.SqlDump;
import snapbench.testee.fault.Fault;
import snapbench.testee.snapshot.Snapshot;
import snapbench.testee.snapshot.SnapshotAbilities;
import snapbench.testee.snapshot.SnapshotCheck;
import snapbench.testee.snapshot.SnapshotMethod;
import snapbench.testee.sql.Sql;

/** Runs cycles: snapshot, check, activity, close; each phase timed. */
public final class CycleRunner {
  private final LiveDatabase database;
  private final Workers workers;
  private final LiveProbe probe;
  private final SnapshotAbilities abilities;
  private final SnapshotCheck check;
  private final Path folder;
  private final @Nullable Path keepDump;
  private final @Nullable Fault fault;

  /**
   * For a live database.
   *
   * @param probe measures how long the live database is blocked meanwhile
   * @param folder takes temporary files
   * @param keepDump folder where dumps are kept instead of removed, or null
   * @param fault a leak to plant, or null
   */
  public CycleRunner(
      LiveDatabase database,
      Workers workers,
      LiveProbe probe,
      Path folder,
      @Nullable Path keepDump,
      @Nullable Fault fault) {
    this.database = database;
    this.workers = workers;
    this.probe = probe;
    this.folder = folder;
    this.keepDump = keepDump;
    this.fault = fault;
    this.abilities = new SnapshotAbilities(database.driver(), folder);
    this.check = new SnapshotCheck(database.contents().rows());
  }

  /**
   * Runs one cycle on the worker whose turn it is. The snapshot and the dump's file are gone when
   * this returns or throws, but for a planted leak.
   *
   * @throws snapbench.testee.snapshot.UnsupportedSnapshotException if the driver cannot take it
   * @throws Exception if the cycle fails
   */
  public CycleReport run(Cycle cycle) throws Exception {
    if (cycle.snapshot() != null) {
      abilities.demand(cycle.snapshot());
    }
    return workers.next((number, worker, live) -> run(new Turn(cycle, number, worker, live)));
  }

  private record Turn(Cycle cycle, long number, int worker, Connection live) {}

  private CycleReport run(Turn turn) throws Exception {
    LiveProbe.Cycle probed = probe.begin();
    Phases phases = new Phases();
    LiveProbe.Blocked blocked;
    try {
      work(turn, phases);
    } finally {
      blocked = probed.end();
    }
    CycleReport report =
        new CycleReport(
            turn.number,
            turn.worker,
            turn.cycle.snapshotLabel(),
            turn.cycle.activity().label(),
            phases.snapshotNanos,
            phases.checkNanos,
            phases.activityNanos,
            phases.closeNanos,
            phases.pages,
            phases.databaseBytes,
            phases.rows,
            phases.dumpBytes,
            blocked.readMillis(),
            blocked.writeMillis());
    if (fault != null) {
      fault.plant(report, turn.live);
    }
    return report;
  }

  /** What has been measured of a cycle so far. */
  private static final class Phases {
    long snapshotNanos;
    long checkNanos;
    long activityNanos;
    long closeNanos;
    long pages;
    long databaseBytes;
    long rows;
    long dumpBytes;
  }

  private void work(Turn turn, Phases phases) throws Exception {
    SnapshotKind kind = turn.cycle.snapshot();
    if (kind == null) {
      act(turn, turn.live, phases);
      return;
    }
    SnapshotMethod method = SnapshotMethod.of(kind, database.driver(), folder);
    long start = System.nanoTime();
    Snapshot snapshot =
        method.take(turn.live, "snapshot-" + ProcessHandle.current().pid() + "-" + turn.number);
    phases.snapshotNanos = System.nanoTime() - start;
    try {
      act(turn, snapshot.connection(), phases);
    } catch (Throwable e) {
      try (snapshot) {
        throw e;
      }
    }
    boolean forgotten = fault != null && fault.takesOver(turn.number, snapshot.connection());
    long closing = System.nanoTime();
    if (forgotten) {
      snapshot.deleteFiles();
    } else {
      snapshot.close();
    }
    phases.closeNanos = System.nanoTime() - closing;
  }

  private void act(Turn turn, Connection connection, Phases phases)
      throws SQLException, IOException {
    phases.pages = Sql.number(connection, "PRAGMA page_count");
    phases.databaseBytes = phases.pages * Sql.number(connection, "PRAGMA page_size");
    switch (turn.cycle.activity()) {
      case DUMP -> dump(turn, connection, phases);
      case QUERIES -> {
        countRows(connection, phases);
        long start = System.nanoTime();
        Queries.run(connection);
        phases.activityNanos = System.nanoTime() - start;
      }
      case NONE -> countRows(connection, phases);
    }
  }

  private void countRows(Connection connection, Phases phases) throws SQLException {
    long start = System.nanoTime();
    phases.rows = check.countRows(connection);
    phases.checkNanos = System.nanoTime() - start;
  }

  /** Dumps, counting the rows on the way, which spares the check a pass of its own. */
  private void dump(Turn turn, Connection connection, Phases phases)
      throws SQLException, IOException {
    Path target = keepDump == null ? folder : keepDump;
    Path file = target.resolve("dump-%d.sql".formatted(turn.number));
    try {
      long start = System.nanoTime();
      DumpSummary summary = SqlDump.write(connection, file);
      phases.activityNanos = System.nanoTime() - start;
      phases.dumpBytes = summary.bytes();
      long checking = System.nanoTime();
      phases.rows = check.compareRows(connection, summary.rowsByTable());
      phases.checkNanos = System.nanoTime() - checking;
      if (fault != null) {
        fault.dumped(turn.number, file, keepDump == null);
      }
    } finally {
      if (keepDump == null) {
        Files.deleteIfExists(file);
      }
    }
  }
}
