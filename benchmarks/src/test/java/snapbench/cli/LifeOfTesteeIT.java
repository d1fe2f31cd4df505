package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.process.Python;
import snapbench.results.Cell;
import snapbench.results.Cell.State;
import snapbench.results.Run;

/** The testee ends with whoever started it, and what was measured until then is kept. */
class LifeOfTesteeIT {
  @TempDir Path folder;

  @Test
  void aTesteeThatIsKilledFailsItsCellWithItsExitCode() throws Exception {
    try (BenchmarksProcess benchmarks = measuring()) {
      ProcessHandle fork = fork(testee(benchmarks));
      testee(benchmarks).destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(onlyCell(benchmarks).reason())
          .contains("exit code 137 (signal 9)")
          .contains("it printed nothing");
      assertThat(fork.isAlive()).isFalse();
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aForkThatIsKilledTakesItsTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring()) {
      ProcessHandle testee = testee(benchmarks);
      fork(testee).destroyForcibly();
      testee.onExit().get(5, TimeUnit.SECONDS);
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
    try (BenchmarksProcess benchmarks = measuring("-p", program)) {
      ProcessHandle testee = child(benchmarks, "broken.py");
      fork(testee).destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(testee.isAlive()).isFalse();
      assertThat(onlyCell(benchmarks).reason()).contains("exit code 137");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aHarnessThatIsKilledTakesForkAndTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring()) {
      ProcessHandle testee = testee(benchmarks);
      ProcessHandle fork = fork(testee);
      benchmarks.handle().destroyForcibly();
      testee.onExit().get(5, TimeUnit.SECONDS);
      fork.onExit().get(5, TimeUnit.SECONDS);
      assertThat(onlyCell(benchmarks).reason()).contains("the harness was killed");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT for another process")
  void anInterruptedHarnessTakesForkAndTesteeAlong() throws Exception {
    try (BenchmarksProcess benchmarks = measuring()) {
      ProcessHandle testee = testee(benchmarks);
      String parent = Long.toString(benchmarks.handle().pid());
      assertThat(new ProcessBuilder("kill", "-INT", parent).start().waitFor()).isZero();
      assertThat(benchmarks.exitCode()).isEqualTo(130);
      testee.onExit().get(5, TimeUnit.SECONDS);
      assertThat(onlyCell(benchmarks).reason()).isEqualTo("interrupted");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aTesteeOnItsOwnEndsWithTheCommandThatStartedIt() throws Exception {
    try (BenchmarksProcess command =
        BenchmarksProcess.startJarAlone(folder, "testee", "--port", "0", "--scale", "0.005")) {
      command.awaitLineWith("READY ");
      ProcessHandle testee = testee(command);
      command.handle().destroyForcibly();
      testee.onExit().get(5, TimeUnit.SECONDS);
      assertThat(command.leftInTemporaryFolder()).isEmpty();
    }
  }

  /** A cell that is in its third iteration and has many to go. */
  private BenchmarksProcess measuring(String... more) throws IOException {
    String[] options =
        "snapshotAndDump -p scale=0.005 -p threads=2 -wi 0 -i 10000 -r 100ms".split(" ");
    BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new));
    benchmarks.awaitLineWith("Iteration   2:");
    return benchmarks;
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

  private static Cell onlyCell(BenchmarksProcess benchmarks) throws Exception {
    Run run = Run.read(benchmarks.run());
    assertThat(run.cells()).hasSize(1);
    Cell cell = run.cells().get(0);
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
