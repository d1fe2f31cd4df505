package snapbench.results.csv;

import java.nio.file.Path;
import java.util.List;
import snapbench.results.files.InvalidInputException;

/**
 * Reads series from a CSV file: that of a production monitor, whose first column is the cycle, hour
 * or time and each further column a series, or a {@code series.csv} of ours.
 */
public final class SeriesFile {
  private SeriesFile() {}

  /**
   * Reads a file.
   *
   * @param file its path, or that of a pipe
   * @param chosen headings of the columns to read; empty for all, and in a file of ours for the
   *     resident set, descriptors and threads
   * @return one table; for a file of ours one for each cell and fork
   * @throws InvalidInputException if the file cannot be read, naming line and column where it is a
   *     cell that is wrong
   */
  public static List<SeriesTable> read(Path file, List<String> chosen)
      throws InvalidInputException {
    try (CsvRows rows = CsvRows.open(file)) {
      if (!rows.next()) {
        throw rows.refusalOfAll("has no rows, only comments and blank lines");
      }
      List<String> first = List.copyOf(rows.cells());
      List<SeriesTable> tables =
          CycleTables.matches(first)
              ? CycleTables.read(rows, first, chosen)
              : List.of(PlainTable.read(rows, first, chosen));
      if (tables.stream()
          .flatMap(table -> table.columns().stream())
          .allMatch(SeriesFile::isEmpty)) {
        throw rows.refusalOfAll("has no number in any column that is to be judged");
      }
      return tables;
    }
  }

  private static boolean isEmpty(SeriesTable.Column column) {
    return column.known() == 0;
  }
}
