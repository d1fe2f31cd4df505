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
import snapbench.report.model.Section;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** What the report says of times, of leaks that were planted, and of what is to be warned of. */
class ReportTest {
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
