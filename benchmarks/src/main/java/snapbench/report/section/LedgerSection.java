package snapbench.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.OwnerJudgement;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.cell.Cell;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * Where the resident bytes of each cell and fork sit, before the first cycle and after the last
 * iteration, and the allocator's own figures.
 */
public final class LedgerSection {
  /** What a label of an owner begins with. */
  public static final String LEDGER = "ledger.";

  private static final int FORKS_PER_TABLE = 3;

  /** The owners, whose bytes together are the resident set. */
  public static final List<String> OWNERS =
      List.of(
          "javaHeap",
          "metaspace",
          "codeCache",
          "threadStacks",
          "jvmOther",
          "directBuffers",
          "nativeLive",
          "nativeFree",
          "fileMapped",
          "unattributed");

  private static final String HEAP_USED = "heap.used";
  private static final List<String> MALLOC =
      List.of(
          "malloc.inUse",
          "malloc.free",
          "malloc.arenas",
          "malloc.notResident",
          "malloc.drift",
          "malloc.trimmed");

  private LedgerSection() {}

  public static Section of(List<Cell> cells, Thresholds thresholds) {
    List<Cell> forks =
        cells.stream()
            .flatMap(cell -> cell.perFork().stream())
            .filter(fork -> !readings(fork.first()).isEmpty())
            .toList();
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < forks.size(); i += FORKS_PER_TABLE) {
      tables.add(table(forks.subList(i, Math.min(forks.size(), i + FORKS_PER_TABLE)), thresholds));
    }
    return new Section(
        "Resident set by owner, in KiB, before the first cycle and at the end",
        tables,
        forks.isEmpty() ? List.of() : lines(forks));
  }

  /** Those that JMH's result has start with the first measured iteration. */
  private static List<Iteration> readings(Fork fork) {
    return fork.iterations().stream()
        .filter(iteration -> iteration.metrics().containsKey(LEDGER + OWNERS.get(0)))
        .toList();
  }

  private static Table table(List<Cell> forks, Thresholds thresholds) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Owner"));
    for (Cell fork : forks) {
      columns.add(Column.number(fork.name() + ", " + name(readings(fork.first()).get(0))));
      columns.add(Column.number(fork.name() + ", last"));
      columns.add(Column.text(fork.name() + ", verdict"));
    }
    List<List<String>> rows = new ArrayList<>();
    OWNERS.forEach(owner -> rows.add(row(owner, LEDGER + owner, forks, thresholds)));
    rows.add(row("together (" + RssSeries.RSS + ")", RssSeries.RSS, forks, null));
    rows.add(row(HEAP_USED, HEAP_USED, forks, thresholds));
    MALLOC.forEach(label -> rows.add(row(withUnit(label), label, forks, null)));
    return new Table(columns, rows);
  }

  private static String withUnit(String label) {
    return label.equals("malloc.arenas") ? label + " (count)" : label;
  }

  private static String name(Iteration iteration) {
    return iteration.iteration() == 0 ? "before" : "iteration " + iteration.iteration();
  }

  /** The resident set's verdict is that of its cycles, in another table. */
  private static List<String> row(
      String name, String label, List<Cell> forks, @Nullable Thresholds thresholds) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Cell fork : forks) {
      List<Iteration> readings = readings(fork.first());
      Iteration last = readings.get(readings.size() - 1);
      row.add(Numbers.whole(Cell.metric(readings.get(0), label)));
      row.add(Numbers.whole(Cell.metric(last, label)));
      row.add(
          thresholds == null
              ? ""
              : OwnerJudgement.of(fork.first(), label, thresholds).verdict().name());
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
    return OWNERS.stream().allMatch(owner -> Double.isNaN(Cell.metric(iteration, LEDGER + owner)));
  }
}
