package snapbench.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Columns;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * Resident bytes by owner over cycles, stacked, a panel for each cell and fork of which every owner
 * is known.
 */
public final class LedgerChart {
  private static final int MOST_PANELS = 12;
  private static final int MOST_READINGS = 50;

  private LedgerChart() {}

  /** A part of a stack. */
  private record Owner(
      String variant,
      String panel,
      double x,
      String owner,
      int rank,
      double kib,
      double mib,
      double totalKib) {}

  /** A stack, which is a row of the table. */
  private record Stack(Panel panel, Iteration reading) {
    double cycle() {
      double cycles = reading.value(Metric.PROCESS_CYCLES);
      return Double.isFinite(cycles) ? cycles : reading.iteration();
    }

    Owner owner(Metric owner) {
      double kib = kib(reading, owner);
      return new Owner(
          panel.cell,
          panel.name,
          cycle(),
          owner.owner(),
          Metric.owners().indexOf(owner),
          kib,
          Numbers.mib(kib),
          total(reading));
    }
  }

  private record Panel(String cell, String name, List<Iteration> readings) {
    Stream<Stack> stacks() {
      return CurveDownsampling.ofSorted(readings, MOST_READINGS).stream()
          .map(reading -> new Stack(this, reading));
    }

    String said() {
      Iteration last = readings.get(readings.size() - 1);
      return "%s: live %s, retained by the allocator %s of %s MiB"
          .formatted(
              name,
              mib(last.value(Metric.LEDGER_NATIVE_LIVE)),
              mib(last.value(Metric.LEDGER_NATIVE_FREE)),
              mib(total(last)));
    }
  }

  /** The chart; none if there is nothing to draw. */
  public static List<Chart> of(ShownCells shown) {
    List<JudgedCell> known =
        shown.judged().stream().filter(each -> !panels(shown, each.cell()).isEmpty()).toList();
    List<Panel> panels =
        ShownCells.worst(known, MOST_PANELS).stream()
            .flatMap(each -> panels(shown, each.cell()).stream())
            .toList();
    if (panels.isEmpty()) {
      return List.of();
    }
    long all = known.stream().mapToLong(each -> panels(shown, each.cell()).size()).sum();
    return List.of(chart(panels.stream().limit(MOST_PANELS).toList(), shown, all));
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
    return Metric.owners().stream().allMatch(owner -> Double.isFinite(kib(iteration, owner)));
  }

  /** Runs of before there was a proportional set have no figure of what is counted again. */
  private static double kib(Iteration iteration, Metric owner) {
    return owner == Metric.LEDGER_COUNTED_AGAIN && Double.isNaN(iteration.value(owner))
        ? 0
        : iteration.value(owner);
  }

  private static double total(Iteration iteration) {
    return Metric.owners().stream().mapToDouble(owner -> kib(iteration, owner)).sum();
  }

  /** What is counted again is drawn where there is any. */
  private static boolean isDrawn(Metric owner, List<Stack> stacks) {
    return owner != Metric.LEDGER_COUNTED_AGAIN
        || stacks.stream().anyMatch(stack -> stack.reading.value(owner) > 0);
  }

  private static String mib(double kib) {
    return Numbers.whole(Numbers.mib(kib));
  }

  private static Chart chart(List<Panel> panels, ShownCells shown, long all) {
    List<Stack> stacks = panels.stream().flatMap(Panel::stacks).toList();
    boolean isReduced = panels.stream().anyMatch(panel -> panel.readings.size() > MOST_READINGS);
    Columns<Stack> columns =
        new Columns<Stack>()
            .text("Variant", stack -> stack.panel.name)
            .number("Cycle", stack -> Numbers.decimals(stack.cycle(), 3));
    List<Metric> owners = Metric.owners().stream().filter(owner -> isDrawn(owner, stacks)).toList();
    owners.forEach(
        owner ->
            columns.number(
                owner.owner() + ", KiB", Numbers::whole, stack -> stack.reading.value(owner)));
    return new Chart(
        "ledger",
        "Resident bytes by owner against cycles, in MiB",
        "At the end: "
            + Texts.listed(panels.stream().map(Panel::said).toList())
            + "."
            + (all > panels.size()
                ? " Drawn are " + panels.size() + " of " + all + ", of the worst verdicts."
                : "")
            + (isReduced ? " Of many iterations evenly spaced ones are drawn." : "")
            + shown.note(),
        ChartTemplate.read("ledger")
            .data(
                "owners",
                stacks.stream().flatMap(stack -> owners.stream().map(stack::owner)).toList())
            .panels(panels.stream().map(Panel::name).toList())
            .styled(shown.styles()),
        columns.of(stacks));
  }
}
