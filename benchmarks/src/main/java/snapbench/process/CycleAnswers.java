package snapbench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;

/**
 * Reads what a program answers of its cycles, and finds out those that it did not run as asked for:
 * what it says must fit its earlier cycles, its database, its dump and the time it took.
 */
final class CycleAnswers {
  /** The clock of the program and ours may be read one after the other. */
  private static final long SLACK_NANOS = 1_000_000;

  private static final int UNKNOWN_WORKER = -1;

  private final ProgramReady program;
  private final int threads;
  private final Path dump;
  private long cycles;

  /**
   * For one program.
   *
   * @param threads its worker threads; 0 where it chooses
   * @param dump where it writes its dumps
   */
  CycleAnswers(ProgramReady program, int threads, Path dump) {
    this.program = program;
    this.threads = threads;
    this.dump = dump;
  }

  /**
   * Reads an answer.
   *
   * @param nanos how long the request took
   * @throws StrictJsonObject.WrongException if something is missing or cannot be true
   */
  CycleReport read(StrictJsonObject answer, String snapshot, String activity, long nanos)
      throws IOException {
    CycleReport report =
        new CycleReport(
            answer.number("cycle"),
            answer.has("worker") || threads > 0 ? (int) answer.number("worker") : UNKNOWN_WORKER,
            answer.text("snapshot"),
            answer.text("activity"),
            answer.number("snapshotNanos"),
            answer.number("checkNanos"),
            answer.number("activityNanos"),
            answer.number("closeNanos"),
            answer.number("pages"),
            answer.number("databaseBytes"),
            answer.number("rows"),
            answer.number("dumpBytes"),
            Double.NaN,
            Double.NaN);
    cycles++;
    require("cycle", cycles, report.cycle());
    if (threads > 0) {
      require("worker", (int) ((cycles - 1) % threads), report.worker());
    }
    require("snapshot", snapshot, report.snapshot());
    require("activity", activity, report.activity());
    require("rows", program.allRows(), report.rows());
    checkTimes(report, nanos);
    checkDump(report);
    return report;
  }

  private static void checkTimes(CycleReport report, long nanos) throws IOException {
    if (!report.snapshot().equals(Protocol.NO_SNAPSHOT) && report.snapshotNanos() == 0) {
      throw wrong("snapshotNanos is to be more than 0 where there is a snapshot");
    }
    if (!report.activity().equals(Activity.NONE.label()) && report.activityNanos() == 0) {
      throw wrong("activityNanos is to be more than 0 where there is an activity");
    }
    double phases =
        (double) report.snapshotNanos()
            + report.checkNanos()
            + report.activityNanos()
            + report.closeNanos();
    if (phases > nanos + SLACK_NANOS) {
      throw wrong(
          "its phases are to take no longer than the request, which took %,d ns: %,.0f ns",
          nanos, phases);
    }
  }

  private void checkDump(CycleReport report) throws IOException {
    if (!report.activity().equals(Activity.DUMP.label())) {
      require("dumpBytes", 0L, report.dumpBytes());
    } else if (!Files.exists(dump)) {
      throw wrong("it says that it dumped %,d bytes, but wrote no dump", report.dumpBytes());
    } else {
      require("dumpBytes, the size of the dump,", Files.size(dump), report.dumpBytes());
    }
  }

  private static void require(String name, Object expected, Object came) throws IOException {
    if (!expected.equals(came)) {
      throw wrong("%s is to be %s: %s", name, expected, came);
    }
  }

  private static IOException wrong(String what, Object... values) {
    return new StrictJsonObject.WrongException(String.format(Locale.ROOT, what, values));
  }

  /** What the program says of itself. */
  ProgramReady program() {
    return program;
  }
}
