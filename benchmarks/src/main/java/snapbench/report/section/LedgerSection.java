package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.fork.CountedAgain;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;

/**
 * Where the resident bytes of each cell and fork sit, before the first cycle and after the last
 * iteration, and the allocator's own figures.
 */
public final class LedgerSection {
  private static final int FORKS_PER_TABLE = 3;

  private static final List<Metric> MALLOC =
      List.of(
          Metric.MALLOC_IN_USE,
          Metric.MALLOC_FREE,
          Metric.MALLOC_ARENAS,
          Metric.MALLOC_NOT_RESIDENT,
          Metric.MALLOC_DRIFT,
          Metric.MALLOC_TRIMMED);

  private LedgerSection() {}

  public static Section of(List<Cell> cells, JudgedRun judged) {
    List<Cell> forks =
        Cell.perFork(cells).stream().filter(fork -> !readings(fork.first()).isEmpty()).toList();
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < forks.size(); i += FORKS_PER_TABLE) {
      tables.add(table(forks.subList(i, Math.min(forks.size(), i + FORKS_PER_TABLE)), judged));
    }
    return new Section(
        "Resident set by owner, in KiB, before the first cycle and at the end",
        tables,
        forks.isEmpty() ? List.of() : lines(forks));
  }

  /** Those that JMH's result has start with the first measured iteration. */
  private static List<Iteration> readings(Fork fork) {
    return fork.iterations().stream()
        .filter(iteration -> iteration.reports(Metric.LEDGER_JAVA_HEAP))
        .toList();
  }

  /** The resident set's verdict is that of its cycles, in another table. */
  private record Row(String name, Metric metric, boolean isJudged) {}

  private static Table table(List<Cell> forks, JudgedRun judged) {
    List<Row> rows = new ArrayList<>();
    Metric.owners().forEach(each -> rows.add(new Row(each.owner(), each, true)));
    rows.add(new Row("together (" + Metric.PROCESS_RSS.label() + ")", Metric.PROCESS_RSS, false));
    rows.add(new Row(Metric.PROCESS_PSS.label(), Metric.PROCESS_PSS, false));
    rows.add(new Row(Metric.HEAP_USED.label(), Metric.HEAP_USED, true));
    for (Metric each : MALLOC) {
      String unit = each == Metric.MALLOC_ARENAS ? " (count)" : "";
      rows.add(new Row(each.label() + unit, each, false));
    }
    Columns<Row> columns = new Columns<Row>().text("Owner", Row::name);
    for (Cell fork : forks) {
      List<Iteration> readings = readings(fork.first());
      Iteration first = readings.get(0);
      Iteration last = readings.get(readings.size() - 1);
      String from = first.iteration() == 0 ? "before" : "iteration " + first.iteration();
      columns
          .number(fork.name() + ", " + from, Numbers::whole, row -> first.value(row.metric))
          .number(fork.name() + ", last", Numbers::whole, row -> last.value(row.metric))
          .text(
              fork.name() + ", verdict",
              row ->
                  row.isJudged ? judged.of(fork.first()).owner(row.metric).verdict().name() : "");
    }
    return columns.of(rows);
  }

  private static List<String> lines(List<Cell> forks) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "nativeLive: in use by malloc and not the JVM's, SQLite's above all; nativeFree: free, but"
            + " retained by the allocator. malloc.notResident and malloc.drift together are the"
            + " most by which these two and jvmOther may be off.");
    for (Cell fork : forks) {
      CountedAgain again = CountedAgain.of(fork.forks());
      if (again.matters()) {
        lines.add(
            "%s: %s: the owners but countedAgain add up to %s, countedAgain leads from there to %s"
                .formatted(
                    fork.name(),
                    again.seen(),
                    Metric.PROCESS_PSS.label(),
                    Metric.PROCESS_RSS.label()));
      }
    }
    for (Cell fork : forks) {
      List<Iteration> readings = readings(fork.first());
      long failed = readings.stream().filter(LedgerSection::hasFailed).count();
      if (failed > 0) {
        lines.add(
            "%s: %d of %d readings failed: owners and resident set did not agree"
                .formatted(fork.name(), failed, readings.size()));
      }
    }
    return lines;
  }

  private static boolean hasFailed(Iteration iteration) {
    return Metric.owners().stream().allMatch(owner -> Double.isNaN(iteration.value(owner)));
  }
}
