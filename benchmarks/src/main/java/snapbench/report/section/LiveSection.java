package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/** How long statements on the live database had to wait while cycles ran: all cycles, not means. */
public final class LiveSection {
  /** The least value that at least a share of all reach at most. */
  private static final Quantile REACHED =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF1);

  private LiveSection() {}

  public static Section of(List<Cell> cells) {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.text("Statement"),
            Column.number("Cycles"),
            Column.number("Median"),
            Column.number("p90"),
            Column.number("Longest"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      add(rows, cell, "SELECT", Cycle::liveReadBlockedMillis);
      add(rows, cell, "UPDATE", Cycle::liveWriteBlockedMillis);
    }
    return new Section(
        "Longest wait on the live database in each cycle, in ms",
        List.of(new Table(columns, rows)),
        List.of());
  }

  private static void add(
      List<List<String>> rows, Cell cell, String statement, ToDoubleFunction<Cycle> wait) {
    double[] waits =
        cell.forks().stream()
            .flatMap(fork -> fork.cycles().stream())
            .filter(cycle -> !cycle.warmup())
            .mapToDouble(wait)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (waits.length > 0) {
      double[] quantiles = REACHED.evaluate(waits, 0.5, 0.9, 1);
      rows.add(
          List.of(
              cell.name(),
              statement,
              Numbers.whole(waits.length),
              Numbers.significant(quantiles[0]),
              Numbers.significant(quantiles[1]),
              Numbers.significant(quantiles[2])));
    }
  }
}
