package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.report.Table.Column;
import snapbench.results.Cell;

/**
 * The resident set of each variant and fork in four figures: before the first cycle, highest, last,
 * and how many times the first the highest is; and what was left after {@code malloc_trim} at the
 * end, where that is known.
 */
final class GrowthSection {
  private GrowthSection() {}

  static Section of(List<Variant> variants) {
    boolean trimmed =
        variants.stream()
            .flatMap(variant -> variant.forks().stream())
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
    for (Variant variant : variants) {
      for (Variant fork : variant.perFork()) {
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

  private static List<String> row(Variant fork, double baseline, double highest) {
    return List.of(
        fork.name(),
        Numbers.whole(baseline),
        Numbers.whole(highest),
        Numbers.whole(RssSeries.last(fork.first())),
        Numbers.times(baseline > 0 ? highest / baseline : Double.NaN));
  }

  private static double highest(Cell cell, double[] series) {
    DoubleStream afterCycles = cell.cycles().stream().mapToDouble(cycle -> cycle.after().rssKiB());
    DoubleStream afterIterations =
        cell.iterations().stream()
            .mapToDouble(iteration -> Variant.metric(iteration, RssSeries.RSS));
    return DoubleStream.concat(
            DoubleStream.of(series), DoubleStream.concat(afterCycles, afterIterations))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }
}
