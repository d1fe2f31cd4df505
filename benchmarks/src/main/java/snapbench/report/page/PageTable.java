package snapbench.report.page;

import java.util.List;
import snapbench.report.model.Table;

/**
 * A table on a page.
 *
 * @param columns its columns
 * @param first its rows or, where they are too many, the first of them
 * @param leftOut how many rows are left out between the first and the last
 * @param last the last rows; empty if none are left out
 */
public record PageTable(
    List<Table.Column> columns, List<List<String>> first, int leftOut, List<List<String>> last) {
  private static final int MOST_ROWS = 400;
  private static final int AT_EITHER_END = 100;

  public PageTable {
    columns = List.copyOf(columns);
    first = List.copyOf(first);
    last = List.copyOf(last);
  }

  static PageTable of(Table table) {
    List<List<String>> rows = table.rows();
    int size = rows.size();
    return size <= MOST_ROWS
        ? new PageTable(table.columns(), rows, 0, List.of())
        : new PageTable(
            table.columns(),
            rows.subList(0, AT_EITHER_END),
            size - 2 * AT_EITHER_END,
            rows.subList(size - AT_EITHER_END, size));
  }

  /** What it is about, for who cannot see it: its columns. */
  public String label() {
    return "Table: "
        + String.join(", ", columns.stream().limit(3).map(Table.Column::heading).toList());
  }
}
