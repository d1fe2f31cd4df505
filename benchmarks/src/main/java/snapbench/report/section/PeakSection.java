package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/** How high the resident set and the descriptors went within cycles, which readings do not see. */
public final class PeakSection {

  private PeakSection() {}

  public static Section of(List<Cell> cells) {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.number("Baseline, KiB"),
            Column.number("Last reading, KiB"),
            Column.number("Peak, KiB"),
            Column.number("In iteration"),
            Column.number("Peak ÷ baseline"),
            Column.number("Most descriptors"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      for (Cell fork : cell.perFork()) {
        Iteration peak = highest(fork.first(), Metric.PROCESS_RSS_PEAK);
        if (peak != null) {
          rows.add(row(fork, peak));
        }
      }
    }
    return new Section(
        "Peaks within cycles",
        List.of(new Table(columns, rows)),
        rows.isEmpty()
            ? List.of()
            : List.of(
                "Peak: the highest resident set within an iteration; on Linux the kernel's VmHWM,"
                    + " which is reset when an iteration begins."));
  }

  private static List<String> row(Cell fork, Iteration peak) {
    double[] series = RssSeries.of(fork.first());
    double kib = peak.value(Metric.PROCESS_RSS_PEAK);
    Iteration descriptors = highest(fork.first(), Metric.PROCESS_FDS_PEAK);
    return List.of(
        fork.name(),
        Numbers.whole(series[0]),
        Numbers.whole(RssSeries.last(fork.first())),
        Numbers.whole(kib),
        Integer.toString(peak.iteration()) + (peak.warmup() ? " of the warm-up" : ""),
        Numbers.times(series[0] > 0 ? kib / series[0] : Double.NaN),
        Numbers.whole(
            descriptors == null ? Double.NaN : descriptors.value(Metric.PROCESS_FDS_PEAK)));
  }

  /** The iteration with the highest value; null where there is none. */
  private static @Nullable Iteration highest(Fork fork, Metric metric) {
    Iteration highest = null;
    for (Iteration iteration : fork.iterations()) {
      double value = iteration.value(metric);
      if (!Double.isNaN(value) && (highest == null || value > highest.value(metric))) {
        highest = iteration;
      }
    }
    return highest;
  }
}
