package snapbench.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.report.cell.ShownCells;
import snapbench.report.chart.DotPlot.Row;
import snapbench.report.chart.DotPlot.Value;
import snapbench.report.model.Chart;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/** The time of every measured cycle of each cell, with median and quartiles. */
public final class CycleTimeChart {
  private static final String AXIS = "Whole cycle, ms";

  private CycleTimeChart() {}

  /** The chart; none if there is nothing to draw. */
  public static List<Chart> of(ShownCells shown) {
    List<Row> rows = new ArrayList<>();
    for (Cell cell : shown.cells()) {
      List<Value> values = values(cell);
      if (!values.isEmpty()) {
        rows.add(row(shown.label(cell), values));
      }
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    DotPlot chart = new DotPlot(rows);
    return List.of(
        new Chart(
            "cycle-times",
            "Every measured cycle's time: ticks; median and quartiles: point and bar",
            "Medians: " + chart.summary() + chart.note() + shown.note(),
            chart.specification(AXIS, shown.styles()),
            chart.table(AXIS)));
  }

  private static List<Value> values(Cell cell) {
    return cell.forks().stream().flatMap(CycleTimeChart::values).toList();
  }

  private static Stream<Value> values(Fork fork) {
    String number = Texts.fork(fork.fork());
    return fork.cycles().stream()
        .filter(cycle -> !cycle.warmup() && Double.isFinite(cycle.totalMillis()))
        .map(cycle -> new Value(cycle.totalMillis(), number, "cycle " + cycle.cycle()));
  }

  private static Row row(String label, List<Value> values) {
    Quartiles quartiles = Quartiles.of(values.stream().mapToDouble(Value::value).toArray());
    return new Row(
        label,
        values,
        quartiles.median(),
        quartiles.lower(),
        quartiles.upper(),
        Numbers.significant(quartiles.median()) + " ms",
        "quartiles "
            + Numbers.significant(quartiles.lower())
            + " and "
            + Numbers.significant(quartiles.upper())
            + " ms");
  }
}
