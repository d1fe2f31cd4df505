package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import snapbench.report.Table.Column;
import snapbench.results.Cell.Cycle;

/** How long the phases of a cycle take, and how long the live database was out of reach. */
final class PhaseSection {
  private PhaseSection() {}

  static Section of(List<Variant> variants) {
    List<Column> columns =
        List.of(
            Column.text("Variant"),
            Column.number("Snapshot, mean"),
            Column.number("Dump, mean"),
            Column.number("Close, mean"),
            Column.number("Reads blocked, longest"),
            Column.number("Writes blocked, longest"));
    List<List<String>> rows = new ArrayList<>();
    for (Variant variant : variants) {
      List<Double> times =
          List.of(
              variant.mean(Cycle::snapshotMillis, "cycle.snapshot"),
              variant.mean(Cycle::activityMillis, "cycle.dump"),
              variant.mean(Cycle::closeMillis, "cycle.close"),
              variant.highest(Cycle::liveReadBlockedMillis, "live.read.blocked"),
              variant.highest(Cycle::liveWriteBlockedMillis, "live.write.blocked"));
      if (!times.stream().allMatch(time -> time.isNaN())) {
        List<String> row = new ArrayList<>(List.of(variant.name()));
        times.forEach(time -> row.add(Numbers.significant(time)));
        rows.add(row);
      }
    }
    return new Section(
        "Phases of a cycle, and how long a statement on the live database had to wait, in ms",
        List.of(new Table(columns, rows)),
        List.of());
  }
}
