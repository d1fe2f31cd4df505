package snapbench.report.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Fork.Testee;
import snapbench.model.Parameter;
import snapbench.report.text.Texts;

/** What a headline is about: driver and version, kind of snapshot, threads, and what is unusual. */
public final class CellTitle {
  /** What {@link Fork#plantedLeak} says of a fork without one. */
  public static final String NO_LEAK = Parameter.LEAK.defaultValue();

  private static final String DRIVER = Parameter.DRIVER.label();
  private static final String SNAPSHOT = Parameter.SNAPSHOT.label();
  private static final String THREADS = Parameter.THREADS.label();
  private static final String ACTIVITY = Parameter.ACTIVITY.label();
  private static final String QUERIES = "queries";
  private static final String USUAL_GROUP = "org.xerial";

  /** Those whose default goes without saying. */
  private static final Set<Parameter> USUAL =
      EnumSet.complementOf(
          EnumSet.of(
              Parameter.DRIVER,
              Parameter.GOMAXPROCS,
              Parameter.SCALE,
              Parameter.SNAPSHOT,
              Parameter.THREADS));

  /** Said in words, or in every sentence the same. */
  private static final Set<String> IN_WORDS =
      Set.of(DRIVER, SNAPSHOT, THREADS, ACTIVITY, Parameter.LEAK.label());

  private CellTitle() {}

  /** The subjects of some cells, in their order, all different. */
  public static List<String> of(List<Cell> cells) {
    List<String> subjects = cells.stream().map(cell -> subject(cell, cells)).toList();
    return IntStream.range(0, subjects.size())
        .mapToObj(
            i ->
                Collections.frequency(subjects, subjects.get(i)) > 1
                    ? subjects.get(i) + " (" + cells.get(i).name() + ")"
                    : subjects.get(i))
        .toList();
  }

  private static String subject(Cell cell, List<Cell> all) {
    Fork fork = cell.first();
    List<String> parts = new ArrayList<>();
    String driver = driver(cell);
    if (!driver.isEmpty()) {
      parts.add(driver);
    }
    parts.add(work(fork));
    String threads = fork.params().getOrDefault(THREADS, "");
    if (!threads.isEmpty()) {
      parts.add(
          switch (threads) {
            case "0" -> "threads of its own choice";
            case "1" -> "1 thread";
            default -> threads + " threads";
          });
    }
    String leak = fork.plantedLeak();
    if (!leak.equals(NO_LEAK)) {
      parts.add("planted leak " + leak);
    }
    fork.params()
        .forEach(
            (name, value) -> {
              if (!IN_WORDS.contains(name) && isWorthSaying(name, value, all)) {
                parts.add(name + "=" + Texts.shortened(value));
              }
            });
    return String.join(", ", parts);
  }

  private static boolean isWorthSaying(String name, String value, List<Cell> all) {
    return Parameter.of(name)
        .filter(USUAL::contains)
        .map(parameter -> !parameter.isDefault(value))
        .orElseGet(
            () -> all.stream().anyMatch(other -> !value.equals(other.first().params().get(name))));
  }

  /** {@code sqlite-jdbc 3.54.1.0}; without a testee, as it was asked for. */
  private static String driver(Cell cell) {
    for (Fork fork : cell.forks()) {
      Testee testee = fork.testee();
      if (testee != null && testee.driver() != null && !testee.driver().isBlank()) {
        return driver(testee.driver());
      }
    }
    String asked = cell.first().params().getOrDefault(DRIVER, "");
    if (Parameter.DRIVER.isDefault(asked)) {
      return "bundled driver";
    }
    return asked.isEmpty() ? "" : "driver " + driver(asked);
  }

  /**
   * Of coordinates, artifact and version, the group if it is not Xerial's; of a path, the last
   * part; anything else as it is.
   */
  public static String driver(String name) {
    if (name.endsWith(".jar")) {
      return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
    String[] parts = name.split(":", -1);
    String group = parts[0].equals(USUAL_GROUP) ? "" : parts[0] + ":";
    return Texts.shortened(parts.length == 3 ? group + parts[1] + " " + parts[2] : name);
  }

  private static String work(Fork fork) {
    String kind = fork.params().getOrDefault(SNAPSHOT, "");
    String snapshot = kind.isEmpty() ? "snapshot" : kind + " snapshot";
    String method = fork.key().method();
    boolean queries = QUERIES.equals(fork.params().get(ACTIVITY));
    return switch (method) {
      case "snapshotAndDump" -> snapshot + (queries ? " and queries" : "");
      case "snapshotOnly" -> snapshot + " without a dump";
      case "dumpLive" -> (queries ? "queries" : "dump") + " of the live database";
      default -> Texts.words(method) + (kind.isEmpty() ? "" : ", " + kind);
    };
  }
}
