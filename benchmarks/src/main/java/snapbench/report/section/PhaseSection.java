package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/** How long the phases of a cycle take, and how long the live database was out of reach. */
public final class PhaseSection {
  private PhaseSection() {}

  public static Section of(List<Cell> cells) {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.number("Snapshot, mean"),
            Column.number("Check, mean"),
            Column.number("Dump, mean"),
            Column.number("Close, mean"),
            Column.number("Whole cycle, mean"),
            Column.number("Reads blocked, longest"),
            Column.number("Writes blocked, longest"));
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : cells) {
      double snapshot = cell.mean(Cycle::snapshotMillis, Metric.CYCLE_SNAPSHOT);
      double check = cell.mean(Cycle::checkMillis, Metric.CYCLE_CHECK);
      double dump = cell.mean(Cycle::activityMillis, Metric.CYCLE_DUMP);
      double close = cell.mean(Cycle::closeMillis, Metric.CYCLE_CLOSE);
      double whole = cell.mean(Cycle::totalMillis);
      double reads = cell.highest(Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED);
      double writes = cell.highest(Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED);
      if (DoubleStream.of(snapshot, check, dump, close, whole, reads, writes)
          .anyMatch(PhaseSection::isKnown)) {
        rows.add(
            List.of(
                cell.name(),
                phase(snapshot),
                phase(check),
                phase(dump),
                phase(close),
                Numbers.significant(whole),
                Numbers.significant(reads),
                Numbers.significant(writes)));
      }
    }
    return new Section(
        "Phases of a cycle, and how long a statement on the live database had to wait, in ms",
        List.of(new Table(columns, rows)),
        rows.isEmpty()
            ? List.of()
            : List.of("Whole cycle: from the request to the answer, as the harness sees it."));
  }

  /** A phase is timed wherever there is one. */
  private static String phase(double millis) {
    return isKnown(millis) ? Numbers.significant(millis) : "none";
  }

  private static boolean isKnown(double value) {
    return !Double.isNaN(value);
  }
}
