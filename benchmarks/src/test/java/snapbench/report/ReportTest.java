package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.report.Table.Column;
import snapbench.results.Cell;
import snapbench.results.Cells;
import snapbench.results.Run;

class ReportTest {
  private static List<Table> memoryTables(List<Cell> cells) {
    Run run = new Run(Path.of("run"), cells, Map.of(), List.of());
    return Report.of(run).sections().get(0).tables();
  }

  private static List<String> headings(Table table) {
    return table.columns().stream().map(Column::heading).toList();
  }

  @Test
  void givesEachForkAColumnWhereThereIsRoom() {
    List<Cell> cells = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++) {
      cells.add(
          Cells.measured(fork, "snapshotAndDump", fork, Map.of("snapshot", "memory"), 1, fork));
    }
    assertThat(headings(memoryTables(cells).get(0)))
        .containsExactly("Iteration", "memory, fork 1", "memory, fork 2", "memory, fork 3");
  }

  @Test
  void givesTheMedianOverForksWhereThereIsNot() {
    List<Cell> cells = new ArrayList<>();
    for (int fork = 1; fork <= 9; fork++) {
      cells.add(
          Cells.measured(
              fork, "snapshotAndDump", fork, Map.of("snapshot", "memory"), 1000, fork * fork));
    }
    Table table = memoryTables(cells).get(0);
    assertThat(headings(table)).containsExactly("Iteration", "memory, median of 9 forks");
    assertThat(table.rows()).containsExactly(List.of("0", "1,000"), List.of("1", "25"));
  }

  @Test
  void makesSeveralTablesOfManyVariants() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      cells.add(
          Cells.measured(
              i, "snapshotAndDump", 1, Map.of("snapshot", "file", "threads", "" + i), 1));
    }
    List<Table> tables = memoryTables(cells);
    assertThat(tables).hasSize(2);
    assertThat(headings(tables.get(1)))
        .containsExactly("Iteration", "file, threads=9", "file, threads=10");
  }
}
