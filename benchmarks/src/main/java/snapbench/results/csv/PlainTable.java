package snapbench.results.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import snapbench.results.files.InvalidInputException;

/** Reads a table whose first column is the cycle, hour or time, and each further one a series. */
final class PlainTable {
  /** The axis of a table without headings. */
  private static final String CYCLE = "cycle";

  /** For a column that holds no numbers at all. */
  private static final String HINT = "; --column NAME chooses other columns";

  private final CsvRows rows;
  private final CsvNumbers numbers;
  private final CsvTimes times = new CsvTimes();
  private final List<String> headings;
  private final List<Integer> columns;
  private final TableBuilder table;
  private boolean hasTimes;
  private boolean firstRow = true;

  private PlainTable(CsvRows rows, List<String> headings, List<Integer> columns) {
    this.rows = rows;
    this.headings = headings;
    this.columns = columns;
    numbers = new CsvNumbers(rows.hasDecimalComma());
    table = new TableBuilder(headings.get(0), columns.stream().map(headings::get).toList());
  }

  /** Reads the rest of a file, whose first row is given. */
  static SeriesTable read(CsvRows rows, List<String> first, List<String> chosen)
      throws InvalidInputException {
    if (first.size() < 2) {
      throw rows.refusalOfAll(
          "has one column, "
              + CsvRows.oneLine(first.get(0))
              + "; the first is to be the cycle or"
              + " time and each further one a series, separated by comma, semicolon or tab");
    }
    boolean headed = !isData(first);
    List<String> headings = headed ? named(first) : unnamed(first.size());
    PlainTable reader = new PlainTable(rows, headings, rows.columns(headings, 1, chosen));
    reader.checkHeadings();
    if (!headed) {
      reader.row();
    }
    while (rows.next()) {
      reader.row();
    }
    if (reader.firstRow) {
      throw rows.refusalOfAll("has headings, but no row below them");
    }
    return reader.table.build(rows, "", Double.NaN, Double.NaN, reader.numbers.assumed());
  }

  private static boolean isData(List<String> cells) {
    return (CsvTimes.matches(cells.get(0)) || isNumber(cells.get(0)))
        && cells.subList(1, cells.size()).stream().allMatch(CsvNumbers::matches);
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && CsvNumbers.matches(cell);
  }

  private static List<String> unnamed(int count) {
    List<String> headings = new ArrayList<>(List.of(CYCLE));
    for (int i = 2; i <= count; i++) {
      headings.add("column " + i);
    }
    return headings;
  }

  /** Columns after the last heading are none; one without a heading is named after its place. */
  private static List<String> named(List<String> first) {
    List<String> headings = new ArrayList<>(first);
    while (headings.size() > 2 && headings.get(headings.size() - 1).isEmpty()) {
      headings.remove(headings.size() - 1);
    }
    List<String> unnamed = unnamed(headings.size());
    for (int i = 0; i < headings.size(); i++) {
      headings.set(i, headings.get(i).isEmpty() ? unnamed.get(i) : headings.get(i));
    }
    return headings;
  }

  private void checkHeadings() throws InvalidInputException {
    Set<String> seen = new HashSet<>();
    for (int column : columns) {
      if (!seen.add(headings.get(column))) {
        throw rows.refusalOfAll(
            "has more than one column " + CsvRows.oneLine(headings.get(column)));
      }
    }
  }

  private void row() throws InvalidInputException {
    List<String> cells = rows.cells();
    if (cells.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (cells.subList(Math.min(headings.size(), cells.size()), cells.size()).stream()
        .anyMatch(cell -> !cell.isEmpty())) {
      throw rows.refusal(
          cells.size()
              + " cells for "
              + headings.size()
              + " columns; a number with the separator in it must be in quotes");
    }
    table.row(position(cells.get(0)), rows.line());
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      table.value(i, column < cells.size() ? number(column, cells.get(column)) : Double.NaN);
    }
    firstRow = false;
  }

  private double position(String cell) throws InvalidInputException {
    if (firstRow) {
      hasTimes = CsvTimes.matches(cell);
    }
    double position;
    if (hasTimes) {
      table.time(cell);
      try {
        position = times.parse(cell);
      } catch (InvalidInputException e) {
        throw rows.refusal(headings.get(0), String.valueOf(e.getMessage()));
      }
    } else {
      position = number(0, cell);
    }
    if (Double.isNaN(position)) {
      throw rows.refusal(headings.get(0), "there is no number or time");
    }
    return position;
  }

  private double number(int column, String cell) throws InvalidInputException {
    try {
      return numbers.parse(cell, rows.line());
    } catch (InvalidInputException e) {
      throw rows.refusal(
          headings.get(column), e.getMessage() + (column == 0 ? " or time" : firstRow ? HINT : ""));
    }
  }
}
