package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

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
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

class ReportTest {
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

  private static Section section(Run run, String heading) {
    return Report.of(run).sections().stream()
        .filter(section -> section.heading().startsWith(heading))
        .findFirst()
        .orElseThrow();
  }

  private static Run run(List<JmhResult> results, Fork... cells) {
    return new Run(Path.of("run"), List.of(cells), Map.of(), results);
  }

  private static Iteration iteration(int number, Map<String, Double> metrics) {
    return new Iteration(false, number, metrics);
  }

  private static JmhResult result(Fork cell) {
    Metric metric = new Metric(5510, Double.NaN, "MB/s", List.of());
    return new JmhResult(
        cell.benchmark(), cell.mode(), cell.params(), metric, Map.of("snapshot.rate", metric));
  }

  /** Of rates by iteration, their mean would be 2,934 MB/s. */
  @Test
  void computesRatesThatAgreeWithTheMeanTimes() {
    Fork cell =
        Cells.timed(
            1,
            "memory",
            List.of(
                Cells.cycle(1, true, 1, 1, 10_000),
                Cells.cycle(2, false, 1, 1, 100),
                Cells.cycle(3, false, 2, 1, 1000)),
            List.of());
    Run run = run(List.of(result(cell)), cell);
    assertThat(section(run, "Throughput").tables().get(0).rows().get(0)).contains("970.0", "390.9");
    assertThat(section(run, "Phases").tables().get(0).rows().get(0))
        .containsSequence("550.0", "0.2500", "1,100", "8.500", "1,235");
  }

  @Test
  void weightsRatesByTheirTimesWhereOnlyTheMetricsAreKnown() {
    Fork cell =
        Cells.timed(
            1,
            "memory",
            List.of(),
            List.of(
                iteration(1, Map.of("snapshot.rate", 5335.0, "cycle.snapshot", 100.0)),
                iteration(2, Map.of("snapshot.rate", 533.5, "cycle.snapshot", 1000.0))));
    assertThat(
            section(run(List.of(result(cell)), cell), "Throughput").tables().get(0).rows().get(0))
        .contains("970.0");
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

  private static Report reportOnLeaks(String benchmark) {
    List<Fork> cells = new ArrayList<>();
    for (String leak : List.of("none", "native:1%", "fd:10")) {
      Fork cell =
          Cells.measured(
              cells.size() + 1,
              "snapshotAndDump",
              1,
              Map.of("snapshot", "file", "leak", leak),
              1,
              2);
      cells.add(
          ForkBuilder.of(benchmark, cell.mode())
              .number(cell.number())
              .fork(cell.fork())
              .params(cell.params())
              .state(cell.state(), null)
              .baseline(cell.baseline())
              .cycles(cell.cycles())
              .iterations(cell.iterations())
              .build());
    }
    return Report.of(new Run(Path.of("run"), cells, Map.of(), List.of()));
  }

  private static final String IN_RED =
      """
      \u001b[1;31mPlanted leak

        PLANTED LEAK native:1% in file, leak=native:1%: what grows there was planted and says nothing about the driver
        PLANTED LEAK fd:10 in file, leak=fd:10: what grows there was planted and says nothing about the driver
      \u001b[0m\
      """;

  @Test
  void saysFirstThatALeakWasPlantedAndInRedWhereThereAreColours() {
    Report report = reportOnLeaks("snapbench.workload.SnapshotBenchmark.snapshotAndDump");
    assertThat(ConsoleRenderer.render(report, true)).startsWith("Run run\n\n" + IN_RED);
    assertThat(ConsoleRenderer.render(report, false))
        .isEqualTo(ConsoleRenderer.render(report, true).replaceAll("\u001b\\[[0-9;]*m", ""));
    assertThat(MarkdownRenderer.render(report))
        .startsWith(
            """
            # Run run

            ## Planted leak

            > [!CAUTION]
            > - PLANTED LEAK native:1% in file, leak=native:1%: what\
            """);
  }

  @Test
  void knowsNoLeaksOfOtherBenchmarks() {
    assertThat(ConsoleRenderer.render(reportOnLeaks("org.example.Other.work"), true))
        .doesNotContain("PLANTED", "\u001b");
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

  @Test
  void listsWarningsOfTheMachineAndOfVariantsWithWhatToDo() {
    Map<String, Object> environment =
        Map.of(
            "findings",
            List.of(
                Map.of(
                    "kind", "VIRTUAL_MACHINE",
                    "severity", "WORTH_KNOWING",
                    "read", "yes, KVM",
                    "distorts", "times",
                    "advice", "compare within a run")));
    Map<String, String> memory = Map.of("snapshot", "memory", "threads", "4", "driver", "my.jar");
    Map<String, String> file = Map.of("snapshot", "file", "threads", "4", "driver", "my.jar");
    Run run =
        new Run(
            Path.of("run"),
            List.of(
                Cells.measured(1, "snapshotAndDump", 1, memory, 1, 2),
                Cells.measured(2, "snapshotAndDump", 1, file, 1, 2)),
            environment,
            List.of());
    Section warnings = section(run, "Warnings");
    assertThat(warnings.tables().get(0).rows())
        .containsExactly(
            List.of("virtual machine", "the machine", "compare within a run"),
            List.of("too few cycles", "memory; file", "raise -i, or add --until-decided"));
    assertThat(warnings.lines())
        .containsExactly(
            "the machine: virtual machine: yes, KVM; it distorts times.",
            "memory; file: 1 cycle is on record, too few for a verdict on the resident set: growth"
                + " cannot be told from a start before 8.");
  }
}
