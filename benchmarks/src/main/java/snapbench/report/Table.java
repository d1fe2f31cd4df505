package snapbench.report;

import java.util.List;

/**
 * A table of texts that are ready to be shown.
 *
 * @param columns its columns
 * @param rows a text for each column
 */
public record Table(List<Column> columns, List<List<String>> rows) {

  /** Copies the lists and checks that the table is one. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " texts for " + columns.size() + " columns: " + row);
      }
    }
  }

  /**
   * A column.
   *
   * @param heading what is above it
   * @param numeric whether it holds numbers, which are aligned at the right
   */
  public record Column(String heading, boolean numeric) {
    /** A column of texts. */
    public static Column text(String heading) {
      return new Column(heading, false);
    }

    /** A column of numbers. */
    public static Column number(String heading) {
      return new Column(heading, true);
    }
  }
}
