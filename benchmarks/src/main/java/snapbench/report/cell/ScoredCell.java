package snapbench.report.cell;

import java.util.List;
import snapbench.model.Cell;
import snapbench.results.jmh.JmhResult;

/**
 * A cell and what JMH came to over all its forks.
 *
 * @param cell the cell
 * @param result JMH's result
 */
public record ScoredCell(Cell cell, JmhResult result) {
  /** Every result of each cell, in the order of the cells. */
  public static List<ScoredCell> of(List<Cell> cells, List<JmhResult> results) {
    return cells.stream()
        .flatMap(
            cell ->
                results.stream()
                    .filter(result -> result.isOf(cell.first()))
                    .map(result -> new ScoredCell(cell, result)))
        .toList();
  }

  /** The cell's name. */
  public String name() {
    return cell.name();
  }

  /** What the score is. */
  public ScoreMode mode() {
    return ScoreMode.of(result.mode());
  }
}
