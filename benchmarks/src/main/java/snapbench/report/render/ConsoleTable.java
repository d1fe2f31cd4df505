package snapbench.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.PlainText;

/** A table as aligned plain text. */
public final class ConsoleTable {
  private static final int HEADING_WIDTH = 14;
  private static final String GAP = "  ";

  private ConsoleTable() {}

  /** Its lines: those of the headings, then one for each row. */
  public static List<String> lines(Table table) {
    return blocks(table, Integer.MAX_VALUE).stream().flatMap(List::stream).toList();
  }

  /**
   * The lines of the headings, none if all are empty, then those of each row, by itself.
   *
   * @param width at which the last column is broken at spaces
   */
  public static List<List<String>> blocks(Table table, int width) {
    List<Column> columns = table.columns();
    List<List<String>> headings = headings(columns);
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(PlainText::oneLine).toList()).toList();
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> Math.max(columns.get(i).leastWidth(), longest(headings, rows, i)))
            .toArray();
    List<List<String>> blocks = new ArrayList<>();
    blocks.add(headings.stream().map(line -> padded(line, columns, widths)).toList());
    int last = columns.size() - 1;
    int start = IntStream.range(0, last).map(i -> widths[i] + GAP.length()).sum();
    for (List<String> row : rows) {
      String text = row.get(last);
      boolean fits = start + text.length() <= width;
      List<String> parts = fits ? List.of(text) : PlainText.wrapped(text, width - start);
      List<String> first = new ArrayList<>(row);
      first.set(last, parts.get(0));
      List<String> block = new ArrayList<>(List.of(padded(first, columns, widths)));
      parts.stream().skip(1).forEach(part -> block.add(" ".repeat(start) + part));
      blocks.add(block);
    }
    return blocks;
  }

  private static int longest(List<List<String>> headings, List<List<String>> rows, int column) {
    return IntStream.concat(lengths(headings, column), lengths(rows, column)).max().orElse(0);
  }

  private static IntStream lengths(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length());
  }

  /** The headings, each broken into lines, with the last lines side by side. */
  private static List<List<String>> headings(List<Column> columns) {
    if (columns.stream().allMatch(column -> column.heading().isEmpty())) {
      return List.of();
    }
    List<List<String>> broken =
        columns.stream()
            .map(
                column ->
                    PlainText.wrapped(
                        PlainText.oneLine(column.heading()),
                        Math.max(HEADING_WIDTH, column.leastWidth())))
            .toList();
    int height = broken.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(
            line -> {
              int above = height - line;
              return broken.stream()
                  .map(parts -> above > parts.size() ? "" : parts.get(parts.size() - above))
                  .toList();
            })
        .toList();
  }

  private static String padded(List<String> texts, List<Column> columns, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String text = texts.get(i);
      String padding = " ".repeat(widths[i] - text.length());
      padded.add(columns.get(i).numeric() ? padding + text : text + padding);
    }
    return String.join(GAP, padded).stripTrailing();
  }
}
