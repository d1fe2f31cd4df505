package snapbench.process;

import java.io.IOException;
import java.util.List;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;

/**
 * The READY line of a program that keeps the testee contract.
 *
 * @param ready as a JVM testee would say it: the program in the place of the driver, its compiler
 *     or language in that of the JVM, no port
 * @param snapshots labels of the kinds of snapshots that it takes
 * @param activities labels of what it does with them
 */
record ProgramReady(Ready ready, List<String> snapshots, List<String> activities) {
  static ProgramReady parse(String json) throws IOException {
    StrictJsonObject fields = StrictJsonObject.parse(json);
    if (fields.number("contract") != ProgramLauncher.CONTRACT) {
      throw new StrictJsonObject.WrongException(
          "contract is to be %d: %d"
              .formatted(ProgramLauncher.CONTRACT, fields.number("contract")));
    }
    Ready ready =
        new Ready(
            fields.number("pid"),
            0,
            fields.text("program"),
            "unknown",
            fields.text("sqliteVersion"),
            fields.texts("compileOptions"),
            fields.text("runtime"),
            fields.numbers("rows"),
            fields.number("databaseBytes"),
            fields.number("fillMillis"));
    return new ProgramReady(ready, fields.texts("snapshots"), fields.texts("activities"));
  }

  /** Rows over all tables. */
  long allRows() {
    return ready.rows().values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Whether it says that it can run such a cycle; each can do without a snapshot or an activity.
   */
  boolean can(String snapshot, String activity) {
    return (snapshot.equals(Protocol.NO_SNAPSHOT) || snapshots.contains(snapshot))
        && (activity.equals(Activity.NONE.label()) || activities.contains(activity));
  }
}
