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
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;

/** The drivers that were measured, each once, so that anyone can tell whether he has the same. */
public final class DriverSection {
  private DriverSection() {}

  public static Section of(List<Cell> cells) {
    Collection<Testee> drivers = drivers(cells);
    Table table =
        new Columns<Testee>()
            .text("Driver", DriverSection::name)
            .text("SHA-256 of its jar", testee -> text(testee.driverSha256()))
            .text("Beside its checksum", testee -> text(testee.driverChecksum()))
            .text(
                "Version it reports",
                testee -> text(testee.driverName()) + " " + text(testee.driverVersion()))
            .text("SQLite", testee -> text(testee.sqliteVersion()))
            .number(
                "Database, bytes",
                Numbers::whole,
                testee -> testee.databaseBytes() > 0 ? testee.databaseBytes() : Double.NaN)
            .number("Rows", DriverSection::rows)
            .of(drivers);
    return new Section(
            "Drivers and their databases",
            List.of(table),
            drivers.isEmpty() ? List.of() : compileOptions(drivers))
        .as(Section.Role.DETAIL);
  }

  private static Collection<Testee> drivers(List<Cell> cells) {
    Map<String, Testee> drivers = new LinkedHashMap<>();
    cells.stream()
        .flatMap(cell -> cell.forks().stream())
        .map(Fork::testee)
        .filter(Objects::nonNull)
        .forEach(
            each ->
                drivers.putIfAbsent(
                    each.driver() + " " + each.driverSha256() + " " + each.databaseBytes(), each));
    return drivers.values();
  }

  private static String rows(Testee testee) {
    double rows = testee.rows().values().stream().mapToLong(Long::longValue).sum();
    return testee.rows().isEmpty() ? Numbers.UNKNOWN : Numbers.whole(rows);
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
  private static List<String> compileOptions(Collection<Testee> drivers) {
    Set<String> common = new TreeSet<>(drivers.iterator().next().compileOptions());
    Map<String, Set<String>> byDriver = new LinkedHashMap<>();
    for (Testee testee : drivers) {
      common.retainAll(testee.compileOptions());
      byDriver.putIfAbsent(distinctName(testee, drivers), new TreeSet<>(testee.compileOptions()));
    }
    if (byDriver.size() == 1) {
      return List.of("Compile options of SQLite: " + joined(common));
    }
    List<String> lines = new ArrayList<>();
    byDriver.forEach(
        (name, options) -> {
          options.removeAll(common);
          lines.add("Compile options of " + name + " that not all have: " + joined(options));
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
