package snapbench.results.csv;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Series over a common axis, as a file has them.
 *
 * @param title what tells this table from others of the file, in words; empty if it is the only one
 * @param axis where the values were read
 * @param columns the series
 * @param round cycles until each worker thread has had its turn; NaN if the file does not say
 * @param databaseKiB size of the live database in KiB; NaN if the file does not say
 * @param assumed how numbers were read that may also be read otherwise, in words
 */
public record SeriesTable(
    String title,
    Axis axis,
    List<Column> columns,
    double round,
    double databaseKiB,
    List<String> assumed) {

  public SeriesTable {
    assumed = List.copyOf(assumed);
    columns = List.copyOf(columns);
  }

  /**
   * Numbers with the heading above them.
   *
   * @param heading as it stands in the file
   * @param values one for each row; NaN where unknown
   */
  @SuppressWarnings("ArrayRecordComponent") // a million of them, neither compared nor printed
  public record Column(String heading, double[] values) {
    /** How many values are known. */
    public int known() {
      return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }
  }

  /**
   * The first column; its values only go up.
   *
   * @param column heading and values; hours since the start where the file has times
   * @param start the first time as it stands in the file; null where the file has numbers
   */
  public record Axis(Column column, @Nullable String start) {}
}
