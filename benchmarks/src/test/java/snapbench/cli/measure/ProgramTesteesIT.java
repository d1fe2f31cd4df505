package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.cli.BenchmarksProcess;
import snapbench.host.kernel.ResidentCounter;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.process.Python;
import snapbench.results.folder.Run;

/** Testees that are no JVM, from the jar alone. */
@Order(1)
class ProgramTesteesIT {
  @TempDir Path folder;

  private static String testee(String script, String... arguments) {
    List<String> words = new ArrayList<>(Python.command(script));
    words.addAll(List.of(arguments));
    return words.stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" ", "command:", ""));
  }

  @Test
  void aTesteeInPythonKeepsTheContract() throws Exception {
    String python = testee("testee.py");
    try (BenchmarksProcess check =
        BenchmarksProcess.startJarAlone(folder, "testee-check", python, "--exit-timeout", "60")) {
      assertThat(check.exitCode()).as(check.output()).isZero();
      assertThat(check.output())
          .contains("passed   each cycle writes its dump", "passed   it ends after a cycle")
          .containsPattern("\\d+ passed, 0 failed, 0 skipped");
      assertThat(check.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void aCheckSaysWhatATesteeDoesWrong() throws Exception {
    String broken = testee("broken.py", "--broken", "dies at once");
    try (BenchmarksProcess check =
        BenchmarksProcess.startJarAlone(folder, "testee-check", broken)) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output())
          .contains("FAILED   it becomes ready", "ended before it was ready, exit code 3")
          .contains("contract: One line: READY and an object")
          .contains("skipped  READY tells the truth: it does not become ready")
          .contains("0 passed, 1 failed");
      assertThat(check.leftInTemporaryFolder()).isEmpty();
    }
  }

  /** And one that hangs fails its cell alone, within its time, and is not left running. */
  @Test
  void programsAreMeasuredBesideTheJvm() throws Exception {
    String python = testee("testee.py");
    String hanging = testee("broken.py", "--broken", "hangs in a cycle");
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            "snapshotAndDump",
            "-bm",
            "ss",
            "-wi",
            "0",
            "-i",
            "3",
            "-p",
            "scale=0.001",
            "-p",
            "threads=2",
            "--one-at-a-time",
            "--request-timeout",
            "10",
            "-p",
            "testee=" + String.join(",", python, "jvm", hanging),
            "-p",
            "malloc=arena1,trim",
            "-prof",
            "process:ledger=true")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isEqualTo(1);
      assertThat(benchmarks.errors()).contains("making the database that all testees load");
      assertThat(benchmarks.run()).isDirectoryNotContaining("glob:**tmp");
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
      List<Fork> cells = Run.read(benchmarks.run()).forks();
      assertThat(cells).hasSize(4);
      assertThat(cell(cells, python, "trim").state()).isEqualTo(State.UNSUPPORTED);
      assertThat(cell(cells, python, "trim").reason())
          .contains("needs -XX:TrimNativeHeapInterval=500");
      assertMeasured(cell(cells, python, "arena1"));
      assertMeasured(cell(cells, "jvm", "arena1"));
      assertIsDescribed(
          testee(cell(cells, python, "arena1")), testee(cell(cells, "jvm", "arena1")));
      Fork broken = cell(cells, hanging, "arena1");
      assertThat(broken.state()).isEqualTo(State.FAILED);
      assertThat(broken.reason()).contains("did not answer cycle", "within 10 s");
      long pid = testee(broken).pid();
      assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
  }

  private static Fork cell(List<Fork> cells, String testee, String malloc) {
    return cells.stream()
        .filter(cell -> testee.equals(cell.params().get("testee")))
        .filter(cell -> malloc.equals(cell.params().get("malloc")))
        .findFirst()
        .orElseThrow();
  }

  private static Fork.Testee testee(Fork cell) {
    return Objects.requireNonNull(cell.testee());
  }

  private static void assertIsDescribed(Fork.Testee program, Fork.Testee jvm) {
    assertThat(program.driver()).isEqualTo("testee.py 1");
    assertThat(program.jdk()).startsWith("Python 3.");
    assertThat(program.driverSha256()).isEqualTo("unknown");
    assertThat(program.command()).startsWith("env", "MALLOC_ARENA_MAX=1");
    assertThat(program.rows()).isEqualTo(jvm.rows());
    assertThat(program.databaseBytes()).isEqualTo(jvm.databaseBytes());
    assertThat(jvm.command()).anyMatch(word -> word.endsWith("database-1.db"));
  }

  private static void assertMeasured(Fork cell) {
    assertThat(cell.state()).as(cell.reason()).isEqualTo(State.MEASURED);
    assertThat(cell.cycles()).extracting(Cycle::cycle).containsExactly(1L, 2L, 3L);
    assertThat(cell.cycles()).allMatch(cycle -> cycle.after().rssKiB() > 0);
    for (Iteration iteration : cell.iterations()) {
      double owners =
          iteration.metrics().entrySet().stream()
              .filter(metric -> metric.getKey().startsWith("ledger."))
              .mapToDouble(Map.Entry::getValue)
              .filter(value -> !Double.isNaN(value))
              .sum();
      assertThat(owners)
          .isCloseTo(
              metric(iteration, Metric.PROCESS_RSS),
              within(ResidentCounter.lagKiB(metric(iteration, Metric.PROCESS_THREADS))));
    }
  }

  private static double metric(Iteration iteration, Metric metric) {
    return iteration.metrics().getOrDefault(metric.label(), Double.NaN);
  }

  @Test
  void whatMakesSenseWithNoTesteeIsRefused() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder, "snapshotAndDump", "-p", "testee=jvm,c", "-p", "gomaxprocs=default,4")) {
      assertThat(benchmarks.exitCode()).isEqualTo(2);
      assertThat(benchmarks.errors())
          .contains("-p gomaxprocs=4 is not possible with testee=", "choose default, or testee=go")
          .hasLineCount(1);
      assertThat(folder.resolve("results")).doesNotExist();
    }
  }
}
