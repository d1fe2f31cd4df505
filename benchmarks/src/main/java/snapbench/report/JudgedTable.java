package snapbench.report;

import java.util.List;

/**
 * The verdicts on the series of a table.
 *
 * @param title what tells the table from others of the file; empty if it is the only one
 * @param axis what the values were read over, in words
 * @param per what growth is per, such as {@code cycle}
 * @param round cycles until each worker has had its turn; NaN if unknown
 * @param databaseKiB size of the live database; NaN if unknown
 * @param series the verdicts
 */
public record JudgedTable(
    String title,
    String axis,
    String per,
    double round,
    double databaseKiB,
    List<JudgedSeries> series) {

  /** Copies the list. */
  public JudgedTable {
    series = List.copyOf(series);
  }
}
