package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.report.Sections.iteration;
import static snapbench.report.Sections.run;
import static snapbench.report.Sections.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.model.Section;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** What the report says of the resident set, its owners and its growth, and of descriptors. */
class MemorySectionsTest {
  private static List<Table> memoryTables(List<Fork> cells) {
    Run run = new Run(Path.of("run"), cells, Map.of(), List.of());
    return section(run, "Resident set").tables();
  }

  private static List<String> headings(Table table) {
    return table.columns().stream().map(Column::heading).toList();
  }

  @Test
  void givesEachForkAColumnWhereThereIsRoom() {
    List<Fork> cells = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++) {
      cells.add(
          Cells.measured(fork, "snapshotAndDump", fork, Map.of("snapshot", "memory"), 1, fork));
    }
    assertThat(headings(memoryTables(cells).get(0)))
        .containsExactly("Iteration", "memory, fork 1", "memory, fork 2", "memory, fork 3");
  }

  @Test
  void givesTheMedianOverForksWhereThereIsNot() {
    List<Fork> cells = new ArrayList<>();
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
    List<Fork> cells = new ArrayList<>();
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

  @Test
  void saysThatRowsAreNotEqualNumbersOfCyclesWhereTheyAreNot() {
    Fork slow =
        Cells.timed(
            1,
            "memory",
            List.of(Cells.cycle(1, true, 1, 1, 1), Cells.cycle(2, false, 1, 1, 1)),
            List.of());
    Fork fast =
        Cells.timed(
            2,
            "file",
            List.of(Cells.cycle(1, false, 1, 1, 1), Cells.cycle(2, false, 1, 1, 1)),
            List.of());
    Run run = run(List.of(), slow, fast);
    assertThat(section(run, "Resident set").lines())
        .containsExactly(
            "Rows are equal times, not equal numbers of cycles: from 1.000 (memory) to 2.000"
                + " (file) cycles per iteration; compare memory at equal cycles (series.csv).");
    assertThat(section(run(List.of(), slow), "Resident set").lines()).isEmpty();
    assertThat(section(run, "Open file descriptors").tables().get(0).rows())
        .extracting(row -> row.subList(4, 6))
        .containsExactly(List.of("1", "2"), List.of("2", "2"));
  }

  @Test
  void knowsTheCyclesOfABareResultFromItsMetric() {
    Fork cell =
        Cells.timed(
            1,
            "memory",
            List.of(),
            List.of(
                iteration(1, Map.of("process.cycles", 20.0)),
                iteration(2, Map.of("process.cycles", 30.0))));
    assertThat(section(run(List.of(), cell), "Open file").tables().get(0).rows().get(0))
        .endsWith("unknown", "30");
  }

  @Test
  void showsWhatWasMeasuredEvenIfNothingCouldBeRead() {
    Fork known = Cells.measured(1, "snapshotAndDump", 1, Map.of("snapshot", "memory"), 1, 2);
    Fork unknown =
        ForkBuilder.of(known.benchmark(), known.mode())
            .number(2)
            .params(Map.of("snapshot", "file"))
            .iterations(List.of(iteration(1, Map.of("process.rss", Double.NaN))))
            .build();
    Run run = run(List.of(), known, unknown);
    assertThat(section(run, "Resident set").tables().get(0).rows())
        .containsExactly(List.of("0", "1", "unknown"), List.of("1", "2", "unknown"));
    assertThat(section(run, "Open file descriptors").tables().get(0).rows().get(1))
        .containsExactly("file", "unknown", "unknown", "unknown", "unknown", "unknown");
    assertThat(section(run, "Growth").tables().get(0).rows().get(1))
        .containsExactly("file", "unknown", "unknown", "unknown", "unknown");
  }

  @Test
  void comparesTheHighestResidentSetWithTheBaseline() {
    Fork cell =
        Cells.timed(
            1,
            "memory",
            List.of(Cells.cycle(1, true, 1, 11_000, 1), Cells.cycle(2, false, 1, 6000, 1)),
            List.of(iteration(1, Map.of("process.rss", 5000.0))));
    assertThat(section(run(List.of(), cell), "Growth").tables().get(0).rows())
        .containsExactly(List.of("memory", "1,000", "11,000", "5,000", "11.00 times"));
  }

  @Test
  void showsTheLedgerBeforeTheFirstCycleAndAtTheEnd() {
    Map<String, Double> failed = Map.of("ledger.javaHeap", Double.NaN, "process.rss", 900.0);
    Fork cell =
        Cells.timed(
            1,
            "memory",
            List.of(),
            List.of(
                new Iteration(
                    true,
                    0,
                    Map.of(
                        "ledger.javaHeap",
                        500.0,
                        "ledger.nativeLive",
                        300.0,
                        "process.rss",
                        800.0)),
                iteration(1, failed),
                iteration(
                    2,
                    Map.of(
                        "ledger.javaHeap",
                        500.0,
                        "ledger.nativeLive",
                        700.0,
                        "process.rss",
                        1200.0,
                        "malloc.arenas",
                        16.0))));
    Fork without = Cells.timed(2, "file", List.of(), List.of());
    Section ledger = section(run(List.of(), cell, without), "Resident set by owner");
    assertThat(ledger.tables()).hasSize(1);
    assertThat(ledger.tables().get(0).columns())
        .extracting(Table.Column::heading)
        .containsExactly("Owner", "memory, before", "memory, last", "memory, verdict");
    assertThat(ledger.tables().get(0).rows())
        .contains(
            List.of("javaHeap", "500", "500", "INCONCLUSIVE"),
            List.of("nativeLive", "300", "700", "INCONCLUSIVE"),
            List.of("nativeFree", "unknown", "unknown", "INCONCLUSIVE"),
            List.of("together (process.rss)", "800", "1,200", ""),
            List.of("malloc.arenas (count)", "unknown", "16", ""));
    assertThat(ledger.lines())
        .contains("memory: 1 of 3 readings failed: owners and resident set did not agree");
  }

  @Test
  void saysNothingOfALedgerThatWasNotOn() {
    Run run = run(List.of(), Cells.timed(1, "memory", List.of(), List.of(iteration(1, Map.of()))));
    assertThat(Report.of(run).sections()).noneMatch(each -> each.heading().contains("by owner"));
  }
}
