package snapbench.process;

import java.util.List;
import java.util.Map;
import snapbench.testee.api.Ready;

/**
 * The READY line of a program that keeps the testee contract.
 *
 * @param pid its process id
 * @param program its name and version
 * @param sqliteVersion what {@code sqlite_version()} returned
 * @param compileOptions what {@code PRAGMA compile_options} returned
 * @param runtime version of its compiler or language
 * @param rows rows of each table of the live database
 * @param databaseBytes pages times page size of the live database
 * @param fillMillis time to load it, in milliseconds
 * @param snapshots labels of the kinds of snapshots that it takes
 * @param activities labels of what it does with them
 */
record ProgramReady(
    long pid,
    String program,
    String sqliteVersion,
    List<String> compileOptions,
    String runtime,
    Map<String, Long> rows,
    long databaseBytes,
    long fillMillis,
    List<String> snapshots,
    List<String> activities) {
  /** Copies the lists. */
  ProgramReady {
    compileOptions = List.copyOf(compileOptions);
    snapshots = List.copyOf(snapshots);
    activities = List.copyOf(activities);
  }

  static ProgramReady parse(String json) throws StrictJsonObject.WrongException {
    StrictJsonObject fields = StrictJsonObject.parse(json);
    if (fields.number("contract") != ProgramLauncher.CONTRACT) {
      throw new StrictJsonObject.WrongException(
          "contract is to be %d: %d"
              .formatted(ProgramLauncher.CONTRACT, fields.number("contract")));
    }
    return new ProgramReady(
        fields.number("pid"),
        fields.text("program"),
        fields.text("sqliteVersion"),
        fields.texts("compileOptions"),
        fields.text("runtime"),
        fields.numbers("rows"),
        fields.number("databaseBytes"),
        fields.number("fillMillis"),
        fields.texts("snapshots"),
        fields.texts("activities"));
  }

  /** Rows over all tables. */
  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As a JVM testee would say it: the program in the place of the driver, no port. */
  public Ready toReady() {
    return new Ready(
        pid,
        0,
        program,
        "unknown",
        sqliteVersion,
        compileOptions,
        runtime,
        rows,
        databaseBytes,
        fillMillis);
  }
}
