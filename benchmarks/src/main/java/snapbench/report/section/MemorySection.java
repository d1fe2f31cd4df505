package snapbench.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cell;
import snapbench.model.CellKey;
import snapbench.model.Fork.State;
import snapbench.model.Parameter;
import snapbench.report.cell.CycleNote;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.RssSeries;
import snapbench.report.chart.RssCurves;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.text.Numbers;

/**
 * The original report's table: a row for each iteration, a column for each cell, the resident set
 * in KiB. Row 0 is the reading before the first cycle, warm-up included. Where several testees ran
 * the same, they stand side by side.
 */
public final class MemorySection {
  private static final int COLUMNS_PER_TABLE = 8;
  private static final String TESTEE = Parameter.TESTEE.label();

  private MemorySection() {}

  public static Section of(List<Cell> observed, JudgedRun judged) {
    List<Cell> cells =
        observed.stream().filter(cell -> cell.isMeasured() || !isUnknown(cell)).toList();
    // each fork by itself, if all of them have room in one table; otherwise medians over forks
    List<Cell> perFork = Cell.perFork(cells);
    List<Cell> columns = perFork.size() <= COLUMNS_PER_TABLE ? perFork : cells;
    List<Table> tables = parts(columns).stream().map(MemorySection::table).toList();
    return new Section(
            "Resident set (RSS) in KiB after each iteration", tables, CycleNote.of(columns))
        .withCurves(RssCurves.of(cells, judged));
  }

  /** Columns for each table: what only the testee sets apart is not torn apart. */
  private static List<List<Cell>> parts(List<Cell> columns) {
    Map<CellKey, List<Cell>> groups =
        columns.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.first().key().without(TESTEE),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<Cell>> parts = new ArrayList<>();
    for (List<Cell> group : groups.values()) {
      boolean fits = !parts.isEmpty() && last(parts).size() + group.size() <= COLUMNS_PER_TABLE;
      for (int i = 0; i < group.size(); i++) {
        if (i % COLUMNS_PER_TABLE == 0 && !fits) {
          parts.add(new ArrayList<>());
        }
        last(parts).add(group.get(i));
      }
    }
    return parts;
  }

  private static List<Cell> last(List<List<Cell>> parts) {
    return parts.get(parts.size() - 1);
  }

  private static Table table(List<Cell> cells) {
    int length =
        cells.stream()
            .flatMap(cell -> series(cell).stream())
            .mapToInt(values -> values.length)
            .max()
            .orElse(0);
    Columns<Integer> columns =
        new Columns<Integer>()
            .number("Iteration", i -> i < length ? Integer.toString(i) : "after malloc_trim");
    for (Cell cell : cells) {
      List<double[]> forks = series(cell);
      String left = Numbers.whole(Medians.of(cell.forks(), RssSeries::afterTrim));
      columns.number(heading(cell), i -> i < length ? text(forks, i) : left);
    }
    // what is left at the very end has a row where some were trimmed
    boolean isTrimmed =
        cells.stream()
            .flatMap(cell -> cell.forks().stream())
            .anyMatch(fork -> !Double.isNaN(RssSeries.afterTrim(fork)));
    return columns.of(IntStream.range(0, isTrimmed ? length + 1 : length).boxed().toList());
  }

  private static String heading(Cell cell) {
    int forks = cell.forks().size();
    boolean failed = cell.forks().stream().anyMatch(fork -> fork.state() == State.FAILED);
    return cell.name()
        + (forks > 1 ? ", median of " + forks + " forks" : "")
        + (failed ? " (failed)" : "");
  }

  private static List<double[]> series(Cell cell) {
    return cell.forks().stream().map(RssSeries::of).toList();
  }

  /** The median over the forks that got so far; empty if none did. */
  private static String text(List<double[]> forks, int iteration) {
    double[] values =
        forks.stream()
            .filter(series -> iteration < series.length)
            .mapToDouble(series -> series[iteration])
            .toArray();
    return values.length == 0 ? "" : Numbers.whole(Medians.of(values));
  }

  private static boolean isUnknown(Cell cell) {
    return series(cell).stream().allMatch(series -> Arrays.stream(series).allMatch(Double::isNaN));
  }
}
