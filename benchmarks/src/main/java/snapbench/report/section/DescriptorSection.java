package snapbench.report.section;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.report.cell.CycleCounts;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/**
 * Open file descriptors of each cell and fork: before the first cycle, highest, last; and cycles.
 */
public final class DescriptorSection {
  private DescriptorSection() {}

  @SuppressWarnings("ArrayRecordComponent") // neither compared nor printed
  private record Row(Cell cell, double[] values, CycleCounts cycles) {
    static Row of(Cell cell) {
      return new Row(cell, DescriptorSection.values(cell.first()), CycleCounts.of(cell.first()));
    }

    boolean isShown() {
      return cell.isMeasured() || !Arrays.stream(values).allMatch(Double::isNaN);
    }

    double first() {
      return values.length == 0 ? Double.NaN : values[0];
    }

    double last() {
      return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    double highest() {
      return Stream.of(
              Arrays.stream(values),
              cell.first().known(Metric.PROCESS_FDS_PEAK),
              Arrays.stream(cell.known(cycle -> cycle.after().fds(), Metric.PROCESS_FDS)))
          .flatMapToDouble(Function.identity())
          .filter(value -> !Double.isNaN(value))
          .max()
          .orElse(Double.NaN);
    }
  }

  public static Section of(List<Cell> cells) {
    List<Row> rows = Cell.perFork(cells).stream().map(Row::of).filter(Row::isShown).toList();
    return Section.of(
        "Open file descriptors, and cycles",
        new Columns<Row>()
            .text("Variant", row -> row.cell.name())
            .number("First", Numbers::whole, Row::first)
            .number("Highest", Numbers::whole, Row::highest)
            .number("Last", Numbers::whole, Row::last)
            .number("Cycles", Numbers::whole, row -> row.cycles.measured())
            .number("Cycles with warm-up", Numbers::whole, row -> row.cycles.all())
            .of(rows));
  }

  /** Before the first cycle, then after each or, where none are on record, each iteration. */
  private static double[] values(Fork fork) {
    Reading baseline = fork.baseline();
    DoubleStream first = baseline == null ? DoubleStream.empty() : DoubleStream.of(baseline.fds());
    DoubleStream others =
        fork.cycles().isEmpty()
            ? fork.iterations().stream().mapToDouble(each -> each.value(Metric.PROCESS_FDS))
            : fork.cycles().stream().mapToDouble(cycle -> cycle.after().fds());
    return DoubleStream.concat(first, others).toArray();
  }
}
