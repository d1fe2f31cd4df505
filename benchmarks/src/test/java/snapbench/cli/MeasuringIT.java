package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.Cells;
import snapbench.results.files.LockFile;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** What measuring leaves behind, and what JMH's options do. */
class MeasuringIT {
  private static final String SUCCEEDING = "TinyBenchmark.succeeding";

  @TempDir Path folder;

  @Test
  void measuresEachForkIntoOneResult() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder,
            SUCCEEDING,
            "-p",
            "tokens=10",
            "-f",
            "2",
            "-wf",
            "1",
            "-i",
            "3",
            "-rf",
            "json",
            "-rff",
            "out.json")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).extracting(Fork::state).containsOnly(State.MEASURED).hasSize(2);
      assertThat(run.forks()).extracting(Fork::fork).containsExactly(1, 2);
      assertThat(run.results())
          .singleElement()
          .satisfies(
              result ->
                  assertThat(result.primaryMetric().rawData())
                      .hasSize(2)
                      .allMatch(row -> row.size() == 3));
      assertThat(Files.readString(folder.resolve("out.json")))
          .isEqualToIgnoringWhitespace(Files.readString(run.path().resolve("jmh-result.json")))
          .contains("\"forks\" : 2")
          .doesNotContain("snapbench.cell");
      assertThat(benchmarks.output())
          .contains("cell 1 of 1, fork 2 of 2", "# Warmup Fork: 1 of 1", "Results are in")
          .containsOnlyOnce("REMEMBER")
          .containsOnlyOnce("Run complete");
      assertThat(benchmarks.errors()).doesNotContain("WARNING");
      assertThat(run.path()).isDirectoryContaining("glob:**series.csv");
      assertThat(run.path()).isDirectoryNotContaining("glob:**tmp");
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
    }
  }

  /** JMH's builder of options adds what a run includes to what a fork does. */
  @Test
  void measuresInEachForkItsOwnBenchmarkWhereSeveralAreNamed() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder, SUCCEEDING, "TinyBenchmark.failing", "-p", "tokens=10", "-e", "waiting")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      Run run = Run.read(benchmarks.run());
      assertThat(run.results())
          .extracting(JmhResult::benchmark)
          .containsExactly(
              "snapbench.cli.TinyBenchmark.failing", "snapbench.cli.TinyBenchmark.succeeding");
      assertThat(run.forks())
          .extracting(Fork::benchmark)
          .containsExactlyElementsOf(run.results().stream().map(JmhResult::benchmark).toList());
      assertThat(benchmarks.output().lines().filter(line -> line.startsWith("# Benchmark: ")))
          .hasSize(2);
    }
  }

  @Test
  void keepsWhatWasMeasuredWhenACellFails() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyBenchmark.failing", "-p", "tokens=20,10")) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(benchmarks.run().toString()).endsWith(".FAIL");
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).extracting(Fork::state).containsExactly(State.FAILED, State.MEASURED);
      assertThat(run.forks().get(0).reason()).isEqualTo("tokens=20 is too many");
      assertThat(run.results()).hasSize(1);
      assertThat(benchmarks.output())
          .contains("failed: tokens=20 is too many")
          .doesNotContain("\tat ");
      assertThat(Files.readString(benchmarks.run().resolve("jmh.log")))
          .contains("tokens=20 is too many")
          .contains("\tat snapbench.cli.TinyBenchmark.failing");
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void saysWhatAJvmThatCannotStartSays() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            "dumpLive -bm ss -f 1 -wi 0 -i 1 -p scale=0.001 -p jvmArgs=-Xss1k".split(" "))) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(Run.read(benchmarks.run()).forks().get(0).reason())
          .contains("The Java thread stack size specified is too small")
          .doesNotContain("Could not create", "printed nothing");
    }
  }

  @Test
  void doesNotCallWhatIsUnsupportedAFailure() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyCellBenchmark", "-p", "fate=unsupported")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(Run.read(benchmarks.run()).forks())
          .extracting(Fork::fork, Fork::state, Fork::reason)
          .containsExactly(
              tuple(1, State.UNSUPPORTED, "no such thing"),
              tuple(2, State.UNSUPPORTED, "no such thing"));
      assertThat(benchmarks.output()).contains("unsupported: no such thing");
      assertThat(benchmarks.output()).doesNotContain("fork 2 of 2, ETA");
    }
  }

  @Test
  void keepsTheCyclesOfAForkThatDied() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyCellBenchmark", "-p", "fate=killed", "-f", "1")) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      Run run = Run.read(benchmarks.run());
      Fork cell = run.forks().get(0);
      assertThat(cell.state()).isEqualTo(State.FAILED);
      assertThat(cell.reason()).contains("exit code 3");
      assertThat(cell.testee()).isEqualTo(Cells.testee());
      assertThat(cell.baseline()).isEqualTo(Cells.reading(1000, 12));
      assertThat(cell.cycles()).containsExactly(Cells.cycle(1, 2000));
      assertThat(run.path().resolve("cells")).isDirectoryNotContaining("glob:**jsonl");
      assertThat(Files.readAllLines(run.path().resolve("series.csv"))).hasSize(3);
      assertThat(benchmarks.output()).contains("1,000", "2,000", "(failed)");
    }
  }

  @Test
  void marksTheRunWhenItsFilesCannotBeWritten() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyCellBenchmark", "-p", "fate=obstructing", "-f", "1")) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(benchmarks.errors()).contains("series.csv");
      assertThat(benchmarks.run().toString()).endsWith(".FAIL");
      assertThat(Run.read(benchmarks.run()).forks())
          .extracting(Fork::state)
          .containsExactly(State.MEASURED);
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void stopsAtTheFirstFailureWhenAskedTo() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder, "TinyBenchmark.failing", "-p", "tokens=20,10", "-foe", "true")) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(Run.read(benchmarks.run()).forks()).hasSize(1);
      assertThat(benchmarks.errors()).contains("1 of 2 forks was not run");
    }
  }

  @Test
  void putsAllOutputIntoOneFile() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder,
            (SUCCEEDING + " -p tokens=10 -bm thrpt,ss -f 0 -rf csv -o out.txt").split(" "))) {
      assertThat(benchmarks.exitCode()).isZero();
      assertThat(Run.read(benchmarks.run()).results())
          .extracting(JmhResult::mode)
          .containsExactly("thrpt", "ss");
      assertThat(benchmarks.output()).isEmpty();
      assertThat(Files.readString(folder.resolve("out.txt")))
          .contains("cell 1 of 2", "cell 2 of 2", "REMEMBER", "Results are in");
      assertThat(Files.readAllLines(folder.resolve("jmh-result.csv")))
          .filteredOn(line -> line.startsWith("\"snapbench.cli.TinyBenchmark.succeeding\","))
          .hasSize(2);
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void refusesToRunBesideAnotherJmh() throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("system-tmp"));
    try (LockFile other = LockFile.tryAcquire(temporary.resolve("jmh.lock"));
        BenchmarksProcess benchmarks =
            BenchmarksProcess.start(folder, SUCCEEDING, "-p", "tokens=10")) {
      assertThat(other).isNotNull();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(benchmarks.errors()).contains("another JMH is running").hasLineCount(1);
      assertThat(folder.resolve("results")).doesNotExist();
      assertThat(benchmarks.leftInTemporaryFolder()).isEqualTo(List.of("jmh.lock"));
    }
  }
}
