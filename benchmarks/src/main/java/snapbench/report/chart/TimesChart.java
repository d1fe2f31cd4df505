package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import snapbench.model.Cell;
import snapbench.model.Cycle;
import snapbench.model.Metric;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Labels;
import snapbench.report.text.Numbers;

/**
 * Times of a cycle's parts, a panel for each: median, quartiles and highest of the measured cycles
 * of each cell or, where no cycles are on record, of the iterations' figures.
 */
final class TimesChart {
  private static final List<Kind> PHASES =
      List.of(
          new Kind("Snapshot", Cycle::snapshotMillis, Metric.CYCLE_SNAPSHOT),
          new Kind("Check", Cycle::checkMillis, Metric.CYCLE_CHECK),
          new Kind("Dump or queries", Cycle::activityMillis, Metric.CYCLE_DUMP),
          new Kind("Close", Cycle::closeMillis, Metric.CYCLE_CLOSE));
  private static final List<Kind> WAITS =
      List.of(
          new Kind("Reads blocked", Cycle::liveReadBlockedMillis, Metric.LIVE_READ_BLOCKED),
          new Kind("Writes blocked", Cycle::liveWriteBlockedMillis, Metric.LIVE_WRITE_BLOCKED));

  private final ShownCells shown;
  private final List<ObjectNode> rows = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  private TimesChart(ShownCells shown) {
    this.shown = shown;
  }

  private record Kind(String name, ToDoubleFunction<Cycle> ofCycle, Metric metric) {}

  /** The phases. */
  static Optional<Chart> phases(ShownCells shown) {
    return new TimesChart(shown).chart("phases", "Phases of a cycle", PHASES);
  }

  /** How long a statement on the live database had to wait. */
  static Optional<Chart> waits(ShownCells shown) {
    return new TimesChart(shown)
        .chart("waits", "How long a statement on the live database had to wait", WAITS);
  }

  private Optional<Chart> chart(String id, String title, List<Kind> kinds) {
    kinds.forEach(kind -> shown.cells().forEach(cell -> add(kind, cell)));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                id,
                title + ", in ms: median (point), quartiles (bar), highest (end of the line)",
                "Medians: " + Labels.listed(parts) + "." + shown.note(),
                ChartTemplate.read("times")
                    .data("times", rows)
                    .panels(kinds.stream().map(Kind::name).toList())
                    .styled(shown.styles()),
                table()));
  }

  private void add(Kind kind, Cell cell) {
    double[] values =
        Arrays.stream(cell.known(kind.ofCycle, kind.metric)).filter(Double::isFinite).toArray();
    if (values.length == 0) {
      return;
    }
    Quartiles quartiles = Quartiles.of(values);
    String label = shown.label(cell);
    rows.add(
        ChartTemplate.row()
            .put("variant", label)
            .put("kind", kind.name)
            .put("count", quartiles.count())
            .put("lower", quartiles.lower())
            .put("median", quartiles.median())
            .put("upper", quartiles.upper())
            .put("highest", quartiles.highest()));
    texts.add(
        List.of(
            label,
            kind.name,
            Integer.toString(quartiles.count()),
            Numbers.significant(quartiles.lower()),
            Numbers.significant(quartiles.median()),
            Numbers.significant(quartiles.upper()),
            Numbers.significant(quartiles.highest())));
    parts.add(kind.name + ", " + label + " " + Numbers.significant(quartiles.median()) + " ms");
  }

  private Table table() {
    return new Table(
        List.of(
            Column.text("Variant"),
            Column.text("Time"),
            Column.number("Measured"),
            Column.number("Lower quartile, ms"),
            Column.number("Median, ms"),
            Column.number("Upper quartile, ms"),
            Column.number("Highest, ms")),
        texts);
  }
}
