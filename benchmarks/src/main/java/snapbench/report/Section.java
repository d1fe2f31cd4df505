package snapbench.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param heading what it is about
 * @param tables its tables; more than one where a single one would be too wide
 * @param lines what is listed after them, one line each
 */
public record Section(String heading, List<Table> tables, List<String> lines) {
  /** Copies the lists. */
  public Section {
    tables = List.copyOf(tables);
    lines = List.copyOf(lines);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return lines.isEmpty() && tables.stream().allMatch(table -> table.rows().isEmpty());
  }
}
