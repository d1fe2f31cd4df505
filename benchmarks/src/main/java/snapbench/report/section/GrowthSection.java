package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * The resident set of each cell and fork in four figures: before the first cycle, highest, last,
 * and how many times the first the highest is; and what was left after {@code malloc_trim} at the
 * end, where that is known.
 */
public final class GrowthSection {
  private GrowthSection() {}

  public static Section of(List<Cell> cells) {
    boolean trimmed =
        cells.stream()
            .flatMap(cell -> cell.forks().stream())
            .anyMatch(fork -> !Double.isNaN(RssSeries.afterTrim(fork)));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("Variant"),
                Column.number("Baseline"),
                Column.number("Highest"),
                Column.number("Last"),
                Column.number("Highest ÷ baseline")));
    if (trimmed) {
      columns.add(Column.number("After malloc_trim"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (Cell fork : cell.perFork()) {
        double[] series = RssSeries.of(fork.first());
        double highest = highest(fork.first(), series);
        if (fork.isMeasured() || !Double.isNaN(highest)) {
          List<String> row = new ArrayList<>(row(fork, series[0], highest));
          if (trimmed) {
            row.add(Numbers.whole(RssSeries.afterTrim(fork.first())));
          }
          rows.add(row);
        }
      }
    }
    List<String> lines =
        rows.isEmpty()
            ? List.of()
            : List.of(
                "Highest: of the readings before the first cycle and after each cycle and"
                    + " iteration, warm-up included, not within a cycle.");
    return new Section(
        "Growth of the resident set, in KiB", List.of(new Table(columns, rows)), lines);
  }

  private static List<String> row(Cell fork, double baseline, double highest) {
    return List.of(
        fork.name(),
        Numbers.whole(baseline),
        Numbers.whole(highest),
        Numbers.whole(RssSeries.last(fork.first())),
        Numbers.times(baseline > 0 ? highest / baseline : Double.NaN));
  }

  private static double highest(Fork fork, double[] series) {
    DoubleStream afterCycles = fork.cycles().stream().mapToDouble(cycle -> cycle.after().rssKiB());
    DoubleStream afterIterations =
        fork.iterations().stream().mapToDouble(iteration -> iteration.value(Metric.PROCESS_RSS));
    return DoubleStream.concat(
            DoubleStream.of(series), DoubleStream.concat(afterCycles, afterIterations))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }
}
