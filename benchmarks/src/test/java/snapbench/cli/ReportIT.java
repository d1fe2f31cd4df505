package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;

/** {@code report} as a user calls it, on little and on much more than a run of a night. */
class ReportIT {
  private static final int CELLS = 100;
  private static final int CYCLES = 1000;
  private static final double BASELINE_KIB = 600_000;

  @TempDir Path folder;

  @Test
  void writesTheReportOnAFileIntoAFolderOfThatName() throws Exception {
    new ReportRunner(folder).copy("queue.json");
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(folder, "report", "queue.json")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.output())
          .contains("QueueBenchmark.offerAndPoll: throughput", "Written to report: ");
      assertThat(benchmarks.errors()).isEmpty();
    }
    assertThat(folder.resolve("report"))
        .isDirectoryContaining("glob:**report.md")
        .isDirectoryContaining("glob:**series.csv")
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void reportsOnAHundredThousandIterationsInASmallHeap() throws Exception {
    Path run = Files.createDirectories(folder.resolve("run"));
    writeCells(Files.createDirectory(run.resolve("cells")));
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithHeap(folder, "-Xmx256m", "report", run.toString())) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.output())
          .containsPattern("PLATEAU +sqlite-jdbc 3.54.1.0, memory snapshot, 16 threads")
          .contains("Written to " + run);
    }
    try (var lines = Files.lines(run.resolve("series.csv"))) {
      assertThat(lines.count()).isEqualTo(1 + CELLS * (CYCLES + 1L));
    }
  }

  /** Cells that differ in their driver's version; the cycles are written once and copied. */
  private static void writeCells(Path cells) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String body = mapper.writeValueAsString(longCell()).replace("\"params\":{},", "");
    for (int number = 1; number <= CELLS; number++) {
      String params =
          mapper.writeValueAsString(
              Map.of("snapshot", "memory", "threads", "16", "driver", "3.0." + number));
      try (Writer writer = Files.newBufferedWriter(cells.resolve(number + ".json"))) {
        writer.append("{\"params\":").append(params).append(",\"number\":" + number + ",");
        writer.append(body, body.indexOf("\"benchmark\""), body.length());
      }
    }
  }

  private static Fork longCell() {
    List<Cycle> cycles = new ArrayList<>();
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 1; i <= CYCLES; i++) {
      double rssKiB = BASELINE_KIB + 100_000 * Math.min(i, 16) + 4 * (i * 7919 % 11);
      cycles.add(Cells.cycle(i, rssKiB));
      iterations.add(
          new Iteration(
              false,
              i,
              Map.of(
                  "process.rss",
                  rssKiB,
                  "process.rss.peak",
                  rssKiB + 4,
                  "process.cycles",
                  (double) i,
                  "process.fds",
                  13.0)));
    }
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "ss")
        .number(0)
        .testee(Cells.testee())
        .baseline(Cells.reading(BASELINE_KIB, 13))
        .cycles(cycles)
        .iterations(iterations)
        .build();
  }
}
