package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.report.cell.CycleCounts;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * Open file descriptors of each cell and fork: before the first cycle, highest, last; and cycles.
 */
public final class DescriptorSection {

  private DescriptorSection() {}

  public static Section of(List<Cell> cells) {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.number("First"),
            Column.number("Highest"),
            Column.number("Last"),
            Column.number("Cycles"),
            Column.number("Cycles with warm-up"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (Cell fork : cell.perFork()) {
        List<Double> values = values(fork.first());
        if (fork.isMeasured() || !values.stream().allMatch(value -> value.isNaN())) {
          rows.add(row(fork, values));
        }
      }
    }
    return new Section(
        "Open file descriptors, and cycles", List.of(new Table(columns, rows)), List.of());
  }

  private static List<String> row(Cell fork, List<Double> values) {
    double highest = fork.highest(cycle -> cycle.after().fds(), Metric.PROCESS_FDS);
    for (double value : known(fork.first(), values)) {
      highest = Double.isNaN(highest) ? value : Math.max(highest, value);
    }
    CycleCounts cycles = CycleCounts.of(fork.first());
    return List.of(
        fork.name(),
        Numbers.whole(values.isEmpty() ? Double.NaN : values.get(0)),
        Numbers.whole(highest),
        Numbers.whole(values.isEmpty() ? Double.NaN : values.get(values.size() - 1)),
        Numbers.whole(cycles.measured()),
        Numbers.whole(cycles.all()));
  }

  private static List<Double> values(Fork fork) {
    List<Double> values = new ArrayList<>();
    Reading baseline = fork.baseline();
    if (baseline != null) {
      values.add(baseline.fds());
    }
    if (fork.cycles().isEmpty()) {
      for (Iteration iteration : fork.iterations()) {
        values.add(iteration.value(Metric.PROCESS_FDS));
      }
    }
    for (Cycle cycle : fork.cycles()) {
      values.add(cycle.after().fds());
    }
    return values;
  }

  private static double[] known(Fork fork, List<Double> values) {
    return DoubleStream.concat(
            values.stream().mapToDouble(value -> value),
            fork.iterations().stream()
                .mapToDouble(iteration -> iteration.value(Metric.PROCESS_FDS_PEAK)))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
