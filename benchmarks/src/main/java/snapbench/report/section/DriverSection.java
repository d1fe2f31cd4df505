package snapbench.report.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Fork.Testee;
import snapbench.report.cell.CellTitle;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/** The drivers that were measured, each once, so that anyone can tell whether he has the same. */
public final class DriverSection {
  private DriverSection() {}

  public static Section of(List<Cell> cells) {
    Map<String, Testee> drivers = drivers(cells);
    List<Column> columns =
        List.of(
            Column.text("Driver"),
            Column.text("SHA-256 of its jar"),
            Column.text("Beside its checksum"),
            Column.text("Version it reports"),
            Column.text("SQLite"),
            Column.number("Database, bytes"),
            Column.number("Rows"));
    List<List<String>> rows = drivers.values().stream().map(DriverSection::row).toList();
    return new Section(
            "Drivers and their databases",
            List.of(new Table(columns, rows)),
            rows.isEmpty() ? List.of() : compileOptions(drivers))
        .as(Section.Role.DETAIL);
  }

  private static Map<String, Testee> drivers(List<Cell> cells) {
    Map<String, Testee> drivers = new LinkedHashMap<>();
    for (Cell cell : cells) {
      for (Fork fork : cell.forks()) {
        Testee testee = fork.testee();
        if (testee != null) {
          drivers.putIfAbsent(
              testee.driver() + " " + testee.driverSha256() + " " + testee.databaseBytes(), testee);
        }
      }
    }
    return drivers;
  }

  private static List<String> row(Testee testee) {
    long rows = testee.rows().values().stream().mapToLong(Long::longValue).sum();
    return List.of(
        name(testee),
        text(testee.driverSha256()),
        text(testee.driverChecksum()),
        text(testee.driverName()) + " " + text(testee.driverVersion()),
        text(testee.sqliteVersion()),
        testee.databaseBytes() > 0
            ? Numbers.whole((double) testee.databaseBytes())
            : Numbers.UNKNOWN,
        testee.rows().isEmpty() ? Numbers.UNKNOWN : Numbers.whole((double) rows));
  }

  /** A path says more of its owner than of the driver. */
  private static String name(Testee testee) {
    String name = text(testee.driver());
    return name.endsWith(".jar") ? CellTitle.driver(name) : name;
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, Numbers.UNKNOWN);
  }

  /** Those of one driver; of several, only by what they differ. */
  private static List<String> compileOptions(Map<String, Testee> drivers) {
    Set<String> common = new TreeSet<>();
    Map<String, Set<String>> byDriver = new LinkedHashMap<>();
    for (Testee testee : drivers.values()) {
      Set<String> options = new TreeSet<>(testee.compileOptions());
      if (byDriver.isEmpty()) {
        common.addAll(options);
      }
      common.retainAll(options);
      byDriver.putIfAbsent(distinctName(testee, drivers.values()), options);
    }
    if (byDriver.size() == 1) {
      return List.of("Compile options of SQLite: " + joined(common));
    }
    List<String> lines = new ArrayList<>();
    byDriver.forEach(
        (name, options) -> {
          Set<String> own = new TreeSet<>(options);
          own.removeAll(common);
          lines.add("Compile options of " + name + " that not all have: " + joined(own));
        });
    return lines;
  }

  /** With the beginning of its hash, where another jar is called the same. */
  private static String distinctName(Testee testee, Collection<Testee> all) {
    String name = name(testee);
    String hash = text(testee.driverSha256());
    boolean isDistinct =
        all.stream()
            .filter(each -> name(each).equals(name))
            .allMatch(each -> text(each.driverSha256()).equals(hash));
    return isDistinct
        ? name
        : name + " (SHA-256 " + hash.substring(0, Math.min(8, hash.length())) + "…)";
  }

  private static String joined(Set<String> options) {
    return options.isEmpty() ? "none" : String.join(" ", options);
  }
}
