package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.JudgedRun;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
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
        cells.stream()
            .flatMap(cell -> cell.perFork().stream())
            .filter(fork -> !readings(fork.first()).isEmpty())
            .toList();
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

  private static Table table(List<Cell> forks, JudgedRun judged) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Owner"));
    for (Cell fork : forks) {
      columns.add(Column.number(fork.name() + ", " + name(readings(fork.first()).get(0))));
      columns.add(Column.number(fork.name() + ", last"));
      columns.add(Column.text(fork.name() + ", verdict"));
    }
    List<List<String>> rows = new ArrayList<>();
    Metric.owners().forEach(each -> rows.add(row(each.owner(), each, forks, judged)));
    rows.add(row("together (" + Metric.PROCESS_RSS.label() + ")", Metric.PROCESS_RSS, forks, null));
    rows.add(row(Metric.HEAP_USED.label(), Metric.HEAP_USED, forks, judged));
    MALLOC.forEach(each -> rows.add(row(withUnit(each), each, forks, null)));
    return new Table(columns, rows);
  }

  private static String withUnit(Metric metric) {
    return metric == Metric.MALLOC_ARENAS ? metric.label() + " (count)" : metric.label();
  }

  private static String name(Iteration iteration) {
    return iteration.iteration() == 0 ? "before" : "iteration " + iteration.iteration();
  }

  /** The resident set's verdict is that of its cycles, in another table. */
  private static List<String> row(
      String name, Metric metric, List<Cell> forks, @Nullable JudgedRun judged) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Cell fork : forks) {
      List<Iteration> readings = readings(fork.first());
      Iteration last = readings.get(readings.size() - 1);
      row.add(Numbers.whole(readings.get(0).value(metric)));
      row.add(Numbers.whole(last.value(metric)));
      row.add(judged == null ? "" : judged.of(fork.first()).owner(metric).verdict().name());
    }
    return row;
  }

  private static List<String> lines(List<Cell> forks) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "nativeLive: in use by malloc and not the JVM's, SQLite's above all; nativeFree: free, but"
            + " retained by the allocator. malloc.notResident and malloc.drift together are the"
            + " most by which these two and jvmOther may be off.");
    forks.forEach(fork -> failures(fork).ifPresent(lines::add));
    return lines;
  }

  private static Optional<String> failures(Cell fork) {
    List<Iteration> readings = readings(fork.first());
    long failed = readings.stream().filter(LedgerSection::hasFailed).count();
    return failed == 0
        ? Optional.empty()
        : Optional.of(
            "%s: %d of %d readings failed: owners and resident set did not agree"
                .formatted(fork.name(), failed, readings.size()));
  }

  private static boolean hasFailed(Iteration iteration) {
    return Metric.owners().stream().allMatch(owner -> Double.isNaN(iteration.value(owner)));
  }
}
