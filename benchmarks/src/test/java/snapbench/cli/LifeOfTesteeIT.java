package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.driver.Drivers;
import snapbench.host.process.ProcessEnd;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.process.Python;
import snapbench.results.folder.Run;

/** The testee ends with whoever started it, and what was measured until then is kept. */
class LifeOfTesteeIT {
  private static final String LONG_CELL =
      "snapshotAndDump -p scale=0.001 -p threads=2 -wi 0 -i 10000 -r 100ms";

  /** No testee outlives whoever started it by more; it takes half a second. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void aTesteeThatIsKilledFailsItsCellWithItsExitCode() throws Exception {
    try (BenchmarksProcess benchmarks = measuring(BenchmarksProcess.SMALL_TESTEE)) {
      ProcessHandle fork = fork(testee(benchmarks));
      testee(benchmarks).destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(onlyCell(benchmarks).reason())
          .contains("exit code 137 (signal 9)")
          // on a slow machine it told how far the filling was
          .containsPattern("it printed nothing|generating: ");
      assertThat(fork.isAlive()).isFalse();
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aForkThatIsKilledTakesItsTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring(BenchmarksProcess.SMALL_TESTEE)) {
      ProcessHandle testee = testee(benchmarks);
      fork(testee).destroyForcibly();
      assertEnds(testee);
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(onlyCell(benchmarks).reason()).contains("exit code 137");
      assertIsCleanedUp(benchmarks);
    }
  }

  /** It ignores the end of its stdin, by which a testee knows that its fork is gone. */
  @Test
  void aProgramThatGoesOnWithoutItsForkIsKilled() throws Exception {
    String program =
        Stream.concat(
                Python.command("broken.py").stream(),
                Stream.of("--broken", "ignores the end of stdin"))
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "testee=command:", ""));
    try (BenchmarksProcess benchmarks = measuring(program)) {
      ProcessHandle testee = child(benchmarks, "broken.py");
      fork(testee).destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(ProcessEnd.hasEnded(testee)).isTrue();
      assertThat(onlyCell(benchmarks).reason()).contains("exit code 137");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aHarnessThatIsKilledTakesForkAndTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring(BenchmarksProcess.SMALL_TESTEE)) {
      ProcessHandle testee = testee(benchmarks);
      ProcessHandle fork = fork(testee);
      benchmarks.handle().destroyForcibly();
      assertEnds(testee);
      assertEnds(fork);
      assertThat(onlyCell(benchmarks).reason()).contains("the harness was killed");
      assertIsCleanedUp(benchmarks);
    }
  }

  /** In a container whose first process waits for none, a killed harness stays a zombie. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere a zombie is not known")
  void aHarnessOfWhoseEndNobodyAsksTakesForkAndTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks =
        inThirdIteration(
            BenchmarksProcess.startUnasked(folder, longCell(BenchmarksProcess.SMALL_TESTEE)))) {
      ProcessHandle testee = testee(benchmarks);
      ProcessHandle fork = fork(testee);
      ProcessHandle harness = fork.parent().orElseThrow();
      harness.destroyForcibly();
      assertEnds(testee);
      assertEnds(fork);
      assertThat(ProcessEnd.hasEnded(harness)).isTrue();
      assertThat(onlyCell(benchmarks).reason()).contains("the harness was killed");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT for another process")
  void anInterruptedHarnessTakesForkAndTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring(BenchmarksProcess.SMALL_TESTEE)) {
      ProcessHandle testee = testee(benchmarks);
      benchmarks.interrupt();
      assertThat(benchmarks.exitCode()).isEqualTo(130);
      assertEnds(testee);
      assertThat(onlyCell(benchmarks).reason()).isEqualTo("interrupted");
      assertThat(benchmarks.run()).isDirectoryContaining("glob:**report.md");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aTesteeOnItsOwnEndsWithTheCommandThatStartedIt() throws Exception {
    try (BenchmarksProcess command =
        BenchmarksProcess.startJarAlone(
            folder, "testee --port 0 --scale 0.005 --temporary-folder given".split(" "))) {
      command.awaitLineWith("READY ");
      assertThat(folder.resolve("given")).isDirectory();
      ProcessHandle testee = testee(command);
      command.handle().destroyForcibly();
      assertEnds(testee);
      assertThat(folder.resolve("given")).doesNotExist();
      assertThat(command.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT for another process")
  void aTesteeOnItsOwnThatIsInterruptedBeforeItStartsLeavesNothing() throws Exception {
    try (BenchmarksProcess command =
        BenchmarksProcess.startJarAlone(folder, "testee", "--port", "0", "--scale", "0.005")) {
      command.awaitTemporaryFile();
      command.interrupt();
      assertThat(command.exitCode()).isEqualTo(130);
      assertThat(command.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT for another process")
  void anInterruptedProbeTriesNoOtherDriver() throws Exception {
    Path jar = Path.of("target", "classes", "packed", "sqlite-jdbc-" + Drivers.bundledVersion());
    String drivers = "bundled,%s.jar,%<s.jar".formatted(jar.toAbsolutePath());
    try (BenchmarksProcess probe =
        BenchmarksProcess.startJarAlone(folder, "drivers", "--probe", drivers)) {
      probe.awaitErrorsWith("trying driver bundled");
      probe.interrupt();
      assertThat(probe.exitCode()).isEqualTo(130);
      assertThat(probe.output()).isEmpty();
      assertThat(probe.errors()).doesNotContain("trying driver " + jar.toAbsolutePath());
      assertThat(probe.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT for another process")
  void anInterruptedCheckMakesNoOther() throws Exception {
    try (BenchmarksProcess check = BenchmarksProcess.startJarAlone(folder, "testee-check", "jvm")) {
      check.awaitLineWith("passed");
      check.interrupt();
      assertThat(check.exitCode()).isEqualTo(130);
      assertThat(check.output()).doesNotContain("FAILED", "skipped");
      assertThat(check.leftInTemporaryFolder()).isEmpty();
    }
  }

  private BenchmarksProcess measuring(String parameter) throws IOException {
    return inThirdIteration(BenchmarksProcess.startJarAlone(folder, longCell(parameter)));
  }

  private static String[] longCell(String parameter) {
    return Stream.concat(Stream.of(LONG_CELL.split(" ")), Stream.of("-p", parameter))
        .toArray(String[]::new);
  }

  private static void assertEnds(ProcessHandle process) throws InterruptedException {
    ProcessEnd.await(process, LIMIT);
    assertThat(ProcessEnd.hasEnded(process)).isTrue();
  }

  private static BenchmarksProcess inThirdIteration(BenchmarksProcess benchmarks)
      throws IOException {
    benchmarks.awaitLineWith("Iteration   2:");
    return benchmarks;
  }

  /** One that stands alone, with nothing to read from the beginning, or from some moment on. */
  @Test
  void aTesteeThatStandsAloneEndsWithItsStdinWhereAsked() throws Exception {
    String[] arguments = "testee --port 0 --scale 0.005 --threads 1 --exit-on-eof".split(" ");
    try (BenchmarksProcess command = BenchmarksProcess.startJarAlone(folder, arguments)) {
      command.awaitLineWith("READY");
      ProcessHandle testee = testee(command);
      command.endOfInput();
      assertEnds(testee);
      assertThat(command.exitCode()).as(command.errors()).isZero();
      assertThat(command.leftInTemporaryFolder()).isEmpty();
    }
    try (BenchmarksProcess command = BenchmarksProcess.startJarAlone(folder, arguments)) {
      command.endOfInput();
      assertThat(command.exitCode()).as(command.errors()).isZero();
    }
  }

  private static ProcessHandle testee(BenchmarksProcess benchmarks) {
    return child(benchmarks, "snapbench.testee.TesteeMain");
  }

  private static ProcessHandle child(BenchmarksProcess benchmarks, String word) {
    return benchmarks
        .handle()
        .descendants()
        .filter(process -> !process.info().commandLine().orElse("").contains("benchmarks.jar"))
        .filter(process -> process.info().commandLine().orElse("").contains(word))
        .findFirst()
        .orElseThrow();
  }

  private static ProcessHandle fork(ProcessHandle testee) {
    return testee.parent().orElseThrow();
  }

  private static Fork onlyCell(BenchmarksProcess benchmarks) throws Exception {
    Run run = Run.read(benchmarks.run());
    assertThat(run.forks()).hasSize(1);
    Fork cell = run.forks().get(0);
    assertThat(cell.state()).isEqualTo(State.FAILED);
    assertThat(cell.baseline()).isNotNull();
    assertThat(cell.cycles()).hasSizeGreaterThanOrEqualTo(2);
    return cell;
  }

  private static void assertIsCleanedUp(BenchmarksProcess benchmarks) throws IOException {
    assertThat(benchmarks.run().toString()).endsWith(".FAIL");
    assertThat(benchmarks.run()).isDirectoryNotContaining("glob:**tmp");
    assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
  }
}
