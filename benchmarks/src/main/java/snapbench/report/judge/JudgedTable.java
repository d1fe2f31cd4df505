package snapbench.report.judge;

import java.util.List;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;

/**
 * The verdicts on the series of a table.
 *
 * @param title what tells the table from others of the file; empty if it is the only one
 * @param axis what the values were read over, in words
 * @param per what growth is per, such as {@code cycle}
 * @param round cycles until each worker has had its turn; NaN if unknown
 * @param databaseKiB size of the live database; NaN if unknown
 * @param assumed what of the file may also be read otherwise, and how it was, in words
 * @param series the verdicts
 */
public record JudgedTable(
    String title,
    String axis,
    String per,
    double round,
    double databaseKiB,
    List<String> assumed,
    List<JudgedSeries> series) {

  public JudgedTable {
    assumed = List.copyOf(assumed);
    series = List.copyOf(series);
  }

  /**
   * Growth as a share of the database; NaN if either is unknown, or it is not memory that grows.
   */
  double shareOfDatabase(Judgement judgement) {
    return judgement.quantity().kind() == Quantity.Kind.MEMORY_KIB
        ? judgement.shareOf(databaseKiB)
        : Double.NaN;
  }
}
