package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import snapbench.model.Cycle;
import snapbench.report.cell.Cell;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/** How long statements on the live database had to wait while cycles ran: all cycles, not means. */
public final class LiveSection {
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
    double[] sorted =
        cell.forks().stream()
            .flatMap(fork -> fork.cycles().stream())
            .filter(cycle -> !cycle.warmup())
            .mapToDouble(wait)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (sorted.length > 0) {
      rows.add(
          List.of(
              cell.name(),
              statement,
              Numbers.whole(sorted.length),
              Numbers.significant(atShare(sorted, 0.5)),
              Numbers.significant(atShare(sorted, 0.9)),
              Numbers.significant(sorted[sorted.length - 1])));
    }
  }

  /** The least value that at least this share of all reach at most. */
  private static double atShare(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
