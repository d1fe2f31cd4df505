package snapbench.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cell;
import snapbench.model.CellKey;
import snapbench.model.Fork.State;
import snapbench.model.Parameter;
import snapbench.report.cell.CycleNote;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.RssSeries;
import snapbench.report.chart.RssCurves;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Numbers;

/**
 * The original report's table: a row for each iteration, a column for each cell, the resident set
 * in KiB. Row 0 is the reading before the first cycle, warm-up included. Where several testees ran
 * the same, they stand side by side.
 */
public final class MemorySection {
  private static final int COLUMNS_PER_TABLE = 8;
  private static final String TESTEE = Parameter.TESTEE.label();

  private final List<Cell> cells;
  private final JudgedRun judged;

  public MemorySection(List<Cell> cells, JudgedRun judged) {
    this.judged = judged;
    this.cells = cells.stream().filter(cell -> cell.isMeasured() || !isUnknown(cell)).toList();
  }

  public Section section() {
    List<Cell> columns = columns();
    List<Table> tables = parts(columns).stream().map(MemorySection::table).toList();
    return new Section(
            "Resident set (RSS) in KiB after each iteration", tables, CycleNote.of(columns))
        .withCurves(RssCurves.of(cells, judged));
  }

  /** Each fork by itself, if all of them have room in one table; otherwise medians over forks. */
  private List<Cell> columns() {
    List<Cell> perFork = Cell.perFork(cells);
    return perFork.size() <= COLUMNS_PER_TABLE ? perFork : cells;
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
    List<Column> columns = new ArrayList<>();
    columns.add(Column.number("Iteration"));
    cells.forEach(cell -> columns.add(Column.number(heading(cell))));
    List<List<double[]>> series = cells.stream().map(MemorySection::series).toList();
    int length =
        series.stream().flatMap(List::stream).mapToInt(values -> values.length).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(i)));
      for (List<double[]> forks : series) {
        row.add(text(forks, i));
      }
      rows.add(row);
    }
    trimmed(cells).ifPresent(rows::add);
    return new Table(columns, rows);
  }

  /** What is left at the very end, where some were trimmed. */
  private static Optional<List<String>> trimmed(List<Cell> cells) {
    List<double[]> left =
        cells.stream()
            .map(cell -> cell.forks().stream().mapToDouble(RssSeries::afterTrim).toArray())
            .toList();
    if (left.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isNaN)) {
      return Optional.empty();
    }
    List<String> row = new ArrayList<>(List.of("after malloc_trim"));
    left.forEach(values -> row.add(Numbers.whole(Medians.of(values))));
    return Optional.of(row);
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
