package snapbench.report.model;

import java.util.List;
import java.util.stream.IntStream;

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

  /** This table without the columns in which every text is empty. */
  public Table withoutEmptyColumns() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty()))
            .boxed()
            .toList();
    return new Table(
        kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  /**
   * A column.
   *
   * @param heading what is above it; nothing where no column has a heading
   * @param numeric whether it holds numbers, which are aligned at the right
   * @param leastWidth characters that it takes on the console, if its texts are shorter
   */
  public record Column(String heading, boolean numeric, int leastWidth) {
    /** A column of texts. */
    public static Column text(String heading) {
      return new Column(heading, false, 0);
    }

    /** A column of numbers. */
    public static Column number(String heading) {
      return new Column(heading, true, 0);
    }

    /** The same, not narrower than that. */
    public Column atLeast(int characters) {
      return new Column(heading, numeric, characters);
    }
  }
}
