package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.process.ProcessEnd;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.Cells;
import snapbench.results.folder.Run;
import snapbench.results.folder.RunFolder;

/** What is left when a process is killed while it measures. */
class KillingIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void goesOnWithTheNextCellWhenTheForkIsKilled() throws Exception {
    try (BenchmarksProcess benchmarks = waitingThenSucceeding()) {
      fork(benchmarks).destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).extracting(Fork::state).containsExactly(State.FAILED, State.MEASURED);
      assertThat(run.forks().get(0).reason()).contains("exit code 137");
      assertIsCleanedUp(benchmarks);
    }
  }

  /** As by a build while it runs: later forks would be of another program. */
  @Test
  void doesNotGoOnWithAJarThatHasChanged() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithCopy(
            folder, "TinyBenchmark.waiting", "-p", "tokens=20,10", "-foe", "false")) {
      ProcessHandle fork = fork(benchmarks);
      Files.setLastModifiedTime(folder.resolve("benchmarks.jar"), FileTime.fromMillis(0));
      fork.destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      List<Fork> cells = Run.read(benchmarks.run()).forks();
      assertThat(cells).extracting(Fork::state).containsExactly(State.FAILED, State.FAILED);
      assertThat(cells.get(0).reason()).contains("exit code 137");
      assertThat(cells.get(1).reason())
          .endsWith("benchmarks.jar has changed since the run began; measure again");
    }
  }

  /** As by a build that writes over it: the harness itself loads classes from it as it goes. */
  @Test
  void endsInOrderThoughItsJarIsOverwritten() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithCopy(
            folder, "TinyBenchmark.waiting", "-p", "tokens=20,10", "-foe", "false")) {
      ProcessHandle fork = fork(benchmarks);
      Path jar = folder.resolve("benchmarks.jar");
      Files.write(jar, new byte[(int) Files.size(jar)]);
      fork.destroyForcibly();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(benchmarks.output() + benchmarks.errors()).doesNotContain("\tat ");
      assertThat(benchmarks.errors().lines())
          .last()
          .asString()
          .endsWith("benchmarks.jar has changed since this began; do it again");
      assertThat(Run.read(benchmarks.run()).missing())
          .first()
          .isEqualTo(benchmarks.run().getFileName() + " failed; 0 of 2 cells were measured");
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void aForkThatIsStoppedIsKilledAndTheNextCellMeasured() throws Exception {
    String[] limits = {"-to", "5s", "--ready-timeout", "1", "--request-timeout", "1"};
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startImpatiently(
            folder,
            Stream.concat(
                    Stream.of("TinyBenchmark.waiting", "-p", "tokens=20,10"), Stream.of(limits))
                .toArray(String[]::new))) {
      long fork = fork(benchmarks).pid();
      new ProcessBuilder("kill", "-STOP", Long.toString(fork)).start().waitFor();
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      List<Fork> cells = Run.read(benchmarks.run()).forks();
      assertThat(cells).extracting(Fork::state).containsExactly(State.FAILED, State.MEASURED);
      assertThat(cells.get(0).reason())
          .matches("the fork gave no sign of life for \\d+ s and was killed");
      assertIsCleanedUp(benchmarks);
    }
  }

  /** Nobody is left who could: neither the harness nor its fork. */
  @Test
  void cleansUpWhenHarnessAndForkAreKilled() throws Exception {
    try (BenchmarksProcess benchmarks = waitingThenSucceeding()) {
      fork(benchmarks);
      List<ProcessHandle> others = benchmarks.handle().descendants().toList();
      benchmarks.handle().destroyForcibly();
      others.stream()
          .filter(each -> each.info().command().orElse("").endsWith("java"))
          .forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle each : others) {
        ProcessEnd.await(each, LIMIT);
      }
      assertIsCleanedUp(benchmarks);
      Run run = Run.read(benchmarks.run());
      assertThat(run.missing())
          .contains(run.path().getFileName() + " was killed; 0 of 2 cells were measured")
          .hasSize(3);
    }
  }

  @Test
  void doesNotMeasureADriverThatWasReplaced() throws Exception {
    Path driver = folder.resolve("driver.jar");
    try (Stream<Path> packed = Files.list(Path.of("target", "classes", "packed"))) {
      Path jar =
          packed.filter(each -> each.toString().contains("sqlite-jdbc")).findFirst().orElseThrow();
      Files.copy(jar, driver);
    }
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithSmallTestee(
            folder,
            ("dumpLive -bm ss -wi 0 -i 1 -f 3 -foe false -p scale=0.001 -p threads=1 -p driver="
                    + driver)
                .split(" "))) {
      benchmarks.awaitLineWith("# Fork: 1 of 3");
      byte[] same = Files.readAllBytes(driver);
      Files.write(driver, same);
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      List<Fork> forks = Run.read(benchmarks.run()).forks();
      assertThat(forks).extracting(Fork::state).containsOnly(State.FAILED);
      assertThat(forks.get(2).reason())
          .isEqualTo(driver + " has changed since the run began; measure again");
    }
  }

  @Test
  void savesEverythingWhenToldToEndWithoutForks() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyBenchmark.waiting", "-p", "tokens=10,20", "-f", "0")) {
      benchmarks.awaitLineWith("WAITING ");
      benchmarks.handle().destroy();
      assertThat(benchmarks.exitCode()).isEqualTo(130);
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).extracting(Fork::state).containsExactly(State.MEASURED, State.FAILED);
      assertThat(run.results()).hasSize(1);
      assertIsCleanedUp(benchmarks);
    }
  }

  @Test
  void keepsTheCyclesOfAForkThatIsKilledTogetherWithTheHarness() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(folder, "TinyCellBenchmark", "-p", "fate=waiting", "-f", "1")) {
      ProcessHandle fork = fork(benchmarks);
      benchmarks.handle().destroyForcibly();
      fork.destroyForcibly();
      ProcessEnd.await(benchmarks.handle(), LIMIT);
      ProcessEnd.await(fork, LIMIT);
      assertThat(List.of(benchmarks.handle(), fork)).allMatch(ProcessEnd::hasEnded);
      RunFolder.sweep(folder.resolve("results"));
      Fork cell = Run.read(benchmarks.run()).forks().get(0);
      assertThat(cell.reason()).isEqualTo("killed together with the harness");
      assertThat(cell.params()).containsEntry("fate", "waiting");
      assertThat(cell.testee()).isEqualTo(Cells.testee());
      assertThat(cell.cycles()).containsExactly(Cells.cycle(1, 2000));
      assertIsCleanedUp(benchmarks);
    }
  }

  private BenchmarksProcess waitingThenSucceeding() throws IOException {
    return BenchmarksProcess.start(folder, "TinyBenchmark.waiting", "-p", "tokens=20,10");
  }

  private static ProcessHandle fork(BenchmarksProcess benchmarks) throws IOException {
    long pid = Long.parseLong(benchmarks.awaitLineWith("WAITING "));
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void assertIsCleanedUp(BenchmarksProcess benchmarks) throws IOException {
    assertThat(benchmarks.run().toString()).endsWith(".FAIL");
    assertThat(benchmarks.run()).isDirectoryNotContaining("glob:**tmp");
    assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
  }
}
