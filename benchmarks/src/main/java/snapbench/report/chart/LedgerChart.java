package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Labels;
import snapbench.report.text.Numbers;

/**
 * Resident bytes by owner over cycles, stacked, a panel for each cell and fork of which every owner
 * is known.
 */
final class LedgerChart {
  private static final int MOST_PANELS = 12;
  private static final int MOST_READINGS = 50;
  private static final double KIB_PER_MIB = 1024;

  private final List<ObjectNode> rows = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();
  private final List<String> panels = new ArrayList<>();
  private boolean reduced;

  private LedgerChart() {}

  private record Panel(String cell, String name, List<Iteration> readings) {}

  static Optional<Chart> of(ShownCells shown) {
    List<JudgedCell> known =
        shown.judged().stream().filter(each -> !panels(shown, each.cell()).isEmpty()).toList();
    List<Panel> panels =
        ShownCells.worst(known, MOST_PANELS).stream()
            .flatMap(each -> panels(shown, each.cell()).stream())
            .toList();
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    LedgerChart chart = new LedgerChart();
    panels.stream().limit(MOST_PANELS).forEach(chart::add);
    long all = known.stream().mapToLong(each -> panels(shown, each.cell()).size()).sum();
    return Optional.of(chart.chart(shown, all));
  }

  private static List<Panel> panels(ShownCells shown, Cell cell) {
    List<Panel> panels = new ArrayList<>();
    for (Fork fork : cell.forks()) {
      List<Iteration> readings = fork.iterations().stream().filter(LedgerChart::isWhole).toList();
      if (readings.size() > 1) {
        String label = shown.label(cell);
        String name = cell.forks().size() == 1 ? label : label + ", fork " + fork.fork();
        panels.add(new Panel(label, name, readings));
      }
    }
    return panels;
  }

  /** Whether every owner is known: a stack with a gap would be a lie. */
  private static boolean isWhole(Iteration iteration) {
    return Metric.owners().stream().map(iteration::value).allMatch(Double::isFinite);
  }

  private void add(Panel panel) {
    panels.add(panel.name);
    List<Iteration> readings = CurveDownsampling.ofSorted(panel.readings, MOST_READINGS);
    reduced |= readings.size() < panel.readings.size();
    readings.forEach(reading -> add(panel, reading));
    Iteration last = panel.readings.get(panel.readings.size() - 1);
    parts.add(
        panel.name
            + ": live "
            + mib(last.value(Metric.LEDGER_NATIVE_LIVE))
            + ", retained by the allocator "
            + mib(last.value(Metric.LEDGER_NATIVE_FREE))
            + " of "
            + mib(total(last))
            + " MiB");
  }

  private void add(Panel panel, Iteration reading) {
    double cycles = reading.value(Metric.PROCESS_CYCLES);
    double x = Double.isFinite(cycles) ? cycles : reading.iteration();
    List<String> text = new ArrayList<>(List.of(panel.name, Numbers.decimals(x, 3)));
    for (Metric owner : Metric.owners()) {
      double kib = reading.value(owner);
      rows.add(
          ChartTemplate.row()
              .put("variant", panel.cell)
              .put("panel", panel.name)
              .put("x", x)
              .put("owner", owner.owner())
              .put("rank", Metric.owners().indexOf(owner))
              .put("kib", kib)
              .put("mib", kib / KIB_PER_MIB)
              .put("totalKib", total(reading)));
      text.add(Numbers.whole(kib));
    }
    texts.add(text);
  }

  private static double total(Iteration iteration) {
    return Metric.owners().stream().mapToDouble(iteration::value).sum();
  }

  private static String mib(double kib) {
    return Numbers.whole(kib / KIB_PER_MIB);
  }

  private Chart chart(ShownCells shown, long all) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Variant"), Column.number("Cycle")));
    Metric.owners().forEach(each -> columns.add(Column.number(each.owner() + ", KiB")));
    return new Chart(
        "ledger",
        "Resident bytes by owner against cycles, in MiB",
        "At the end: "
            + Labels.listed(parts)
            + "."
            + (all > panels.size()
                ? " Drawn are " + panels.size() + " of " + all + ", of the worst verdicts."
                : "")
            + (reduced ? " Of many iterations evenly spaced ones are drawn." : "")
            + shown.note(),
        ChartTemplate.read("ledger").data("owners", rows).panels(panels).styled(shown.styles()),
        new Table(columns, texts));
  }
}
