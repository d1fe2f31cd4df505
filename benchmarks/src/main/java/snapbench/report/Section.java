package snapbench.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param heading what it is about
 * @param tables its tables; more than one where a single one would be too wide
 * @param lines what is listed after them, one line each
 * @param isAlert whether it must not be overlooked: red where there are colours
 * @param charts its pictures, for formats that have them
 */
public record Section(
    String heading, List<Table> tables, List<String> lines, boolean isAlert, List<Chart> charts) {
  /** Copies the lists. */
  public Section {
    tables = List.copyOf(tables);
    lines = List.copyOf(lines);
    charts = List.copyOf(charts);
  }

  /** A section like most. */
  public Section(String heading, List<Table> tables, List<String> lines) {
    this(heading, tables, lines, false, List.of());
  }

  /** A section that must not be overlooked. */
  static Section alert(String heading, List<String> lines) {
    return new Section(heading, List.of(), lines, true, List.of());
  }

  /** The same with these pictures. */
  public Section withCharts(List<Chart> pictures) {
    return new Section(heading, tables, lines, isAlert, pictures);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return lines.isEmpty()
        && charts.isEmpty()
        && tables.stream().allMatch(table -> table.rows().isEmpty());
  }
}
