package snapbench.cli.report;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.cli.ReportRunner;
import snapbench.model.Fork;
import snapbench.results.Cells;

/** {@code report} on runs, and on what JMH left in other projects. */
class ReportCommandTest {
  @TempDir Path folder;
  private ReportRunner runner;
  private Path output;

  @BeforeEach
  void prepare() {
    runner = new ReportRunner(folder);
    output = folder.resolve("out");
  }

  private String markdown() throws IOException {
    return Files.readString(output.resolve("report.md"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Fork cell(int number, String driver, String snapshot) {
    return Cells.with(
        Cells.measured(number, "snapshotAndDump", 1, Map.of(), 1000, 2000, 3000),
        number,
        Map.of("driver", driver, "snapshot", snapshot, "threads", "16"),
        Cells.testee("org.xerial:sqlite-jdbc:" + driver, List.of("java")));
  }

  @Test
  void tellsScoresOfAnotherProjectWithUnitsAndDirections() throws Exception {
    Path parser = runner.copy("parser.json");
    assertThat(runner.report(parser, "-o", output)).as(runner.err()).isZero();
    assertThat(runner.out())
        .startsWith("Run parser.json\n")
        .containsPattern(
            "ParserBenchmark.parse \\(text=1,2,3, avgt\\): average time 18\\.66 ± 74\\.21\\s+us/op"
                + "\\s+\\(99\\.9 %\\s+confidence\\s+interval\\),\\s+lower\\s+is\\s+better;\\s+2"
                + "\\s+forks\\s+of\\s+2\\s+iterations\\.")
        .containsPattern("text=1,2,3, thrpt +thrpt +0\\.08607 +± 0\\.7515 +ops/us +higher\n")
        .containsPattern("text=1,2,3, sample +sample +8\\.470 +± 17\\.59 +us/op +lower\n")
        .containsPattern("text=1,2,3, ss +ss +38\\.24 +± 39\\.34 +us/op +lower\n")
        .containsPattern("text=1,2,3, sample +2\\.240 +5\\.235 +6\\.164 +23\\.56 +4,076 ")
        .containsPattern("text=1,2,3, ss +gc.alloc.rate.norm +[\\d,.]+ +± [\\d.]+ +B/op\n")
        .containsPattern("text=<a b=\"c\">, thrpt +gc.count +\\d+ +unknown +counts\n");
    assertThat(markdown())
        .contains("| JVM of JMH's forks | OpenJDK 64-Bit Server VM 17", "| JMH | 1.37 |")
        .contains("| Processor | unknown |", "text=\\<a b=\"c\"\\>");
    assertNoVerdict();
  }

  @Test
  void tellsCountersOfAnotherProjectAndItsThreads() throws Exception {
    Path queue = runner.copy("queue.json");
    assertThat(runner.report(queue, "-o", output)).as(runner.err()).isZero();
    assertThat(runner.out())
        .containsPattern("QueueBenchmark.offerAndPoll: throughput [\\d,]+ ± [\\d,]+ ops/s")
        .contains("3 threads.")
        .containsPattern("offer and poll +found +[\\d,]+ +± [\\d,]+ +ops/s\n")
        .containsPattern("offer and poll +refused +0 +unknown +#\n");
    assertNoVerdict();
  }

  /** Nobody looked at a process. */
  private void assertNoVerdict() throws IOException {
    for (String text : List.of(runner.out(), markdown())) {
      assertThat(text)
          .doesNotContain(
              "RSS", "rss", "FLAT", "INCONCLUSIVE", "descriptors", "Resident", "testee");
    }
  }

  @Test
  void writesIntoARunsOwnFolderAndTellsHowToRepeatIt() throws Exception {
    Path run = runner.run("6.1", cell(1, "3.54.1.0", "memory"), cell(2, "3.54.1.0", "file"));
    assertThat(runner.report(run)).as(runner.err()).isZero();
    assertThat(names(run))
        .containsExactly(
            "cells",
            "environment.json",
            "jmh-result.json",
            "report.html",
            "report.md",
            "series.csv");
    assertThat(runner.out())
        .endsWith("Written to " + run + ": report.md, report.html, series.csv\n");
    assertThat(Files.readString(run.resolve("report.md")))
        .startsWith("# Run " + run.getFileName() + "\n\n- **INCONCLUSIVE** sqlite-jdbc 3.54.1.0, ")
        .contains("```mermaid\n", "  line [1, 2, 2.9]\n")
        .contains("```sh\njava -jar benchmarks.jar -p 'snapshot=memory,file'\n```\n");
    assertThat(Files.readString(run.resolve("series.csv")))
        .startsWith("cell,look,fork,benchmark,mode,param_driver,param_snapshot,param_threads,")
        .doesNotContain("param_run");
  }

  @Test
  void mergesRunsOfOneMachineAndNamesTheRun() throws Exception {
    Path first = runner.run("6.1", cell(1, "3.34.0", "memory"));
    Path second = runner.run("6.1", cell(1, "3.54.1.0", "memory"));
    assertThat(runner.report(first, second, "-o", output, "--reference", "driver=3.34.0"))
        .as(runner.err())
        .isZero();
    String names = first.getFileName() + ", " + second.getFileName();
    assertThat(runner.out())
        .startsWith("Runs " + names + "\n")
        .contains("memory, driver=3.34.0, run=" + first.getFileName())
        .contains("Comparison with driver=3.34.0. Speed: the question asked")
        .containsPattern("memory, driver=3.54.1.0, run=\\S+ +1\\.500 +1\\.500 +s/op")
        .contains("1 of 1 pairs are of two runs");
    assertThat(Files.readString(output.resolve("series.csv")))
        .contains("param_driver,param_run,param_snapshot")
        .contains("\r\n2,1,1,");
  }

  @Test
  void keepsRunsOfDifferentMachinesApart() throws Exception {
    Path first = runner.run("6.1", cell(1, "3.34.0", "memory"));
    Path second = runner.run("6.18", cell(1, "3.54.1.0", "memory"));
    Path unknown = runner.copy("queue.json");
    assertThat(runner.report(first, second, unknown, "-o", output)).as(runner.err()).isZero();
    assertThat(markdown())
        .containsSubsequence(
            "# Run " + first.getFileName() + "\n",
            "- "
                + second.getFileName()
                + ": another machine, or one that was changed:"
                + " operatingSystem.kernel differs\n",
            "- queue.json: whether it was measured on the same machine is unknown\n",
            "- Nothing is averaged or compared across machines.\n",
            "| Kernel | unknown 6.1, unknown |",
            "# Run " + second.getFileName() + "\n",
            "| Kernel | unknown 6.18, unknown |",
            "# Run queue.json\n");
    assertThat(runner.report(first, second, "-o", output, "--reference", "driver=3.34.0"))
        .isEqualTo(2);
    assertThat(runner.err()).contains("--reference driver=3.34.0").hasLineCount(1);
  }

  @Test
  void crossesAGate() throws Exception {
    Path run = runner.run("6.1", cell(1, "3.54.1.0", "memory"));
    assertThat(runner.report(run, "--fail-on", "INCONCLUSIVE")).isEqualTo(3);
    assertThat(runner.err()).startsWith("snapbench: crossed: INCONCLUSIVE");
    assertThat(run.resolve("report.md")).exists();
    assertThat(runner.report(run, "--fail-on", "rss>2")).isEqualTo(2);
    assertThat(runner.err()).contains("needs --reference NAME=VALUE").hasLineCount(1);
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Path run = runner.run("6.1", cell(1, "3.54.1.0", "memory"));
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(runner.report(run, "-o", file)).isEqualTo(2);
    assertThat(runner.err()).contains("file cannot be written", "-o").hasLineCount(1);
    assertThat(names(run)).doesNotContain("report.md");
  }

  @Test
  void refusesTheSameRunTwiceAndAReferenceThatIsNone() throws Exception {
    Path run = runner.run("6.1", cell(1, "3.54.1.0", "memory"));
    assertThat(runner.report(run, run)).isEqualTo(2);
    assertThat(runner.err()).contains("is given twice").hasLineCount(1);
    assertThat(runner.report(run, "--reference", "driver=9")).isEqualTo(2);
    assertThat(runner.err()).contains("--reference driver=9").hasLineCount(1);
    assertThat(runner.report()).isEqualTo(2);
    assertThat(runner.err()).contains("RUN").hasLineCount(1);
    assertThat(names(run)).doesNotContain("report.md", "report.html", "series.csv");
  }

  @Test
  void refusesTwoFilesOneBehindTheOther() throws Exception {
    Path both = runner.copy("concatenated.json");
    assertThat(runner.report(both, "-o", output)).isEqualTo(2);
    assertThat(runner.err())
        .contains("concatenated.json", "more follows after its end, on line 65")
        .hasLineCount(1);
    assertThat(output).doesNotExist();
  }

  @Test
  void readsTheUtf16OfAShellAndBlamesTheOutputForWhatIsItsFault() throws Exception {
    Path parser = runner.copy("parser.json");
    Path wide =
        Files.writeString(
            folder.resolve("wide.json"), "\uFEFF" + Files.readString(parser), UTF_16LE);
    assertThat(runner.report(wide, "-o", output)).as(runner.err()).isZero();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(runner.report(parser, "-o", file)).isEqualTo(2);
    assertThat(runner.err())
        .contains(file + " is there already, and is not a folder", "choose another folder with -o")
        .doesNotContain("java.")
        .hasLineCount(1);
  }
}
