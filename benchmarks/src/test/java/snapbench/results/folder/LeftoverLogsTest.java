package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.process.Python;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.csv.SeriesCsv;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.StartedProcess;

/** What becomes of the logs of forks that were killed together with the harness. */
class LeftoverLogsTest {
  private static final Map<String, String> MEMORY = Map.of("snapshot", "memory");

  @TempDir Path results;
  private RunFolder folder;

  @BeforeEach
  void createFolder() throws Exception {
    folder = RunFolder.create(results, Instant.EPOCH, null);
  }

  private Path log(int number) {
    return folder.file("cells").resolve(number + ".cycles.jsonl");
  }

  private void writeLog(int number, double... rssKiB) throws IOException {
    CycleLog.Header header = new CycleLog.Header(number, "a.B.snapshotAndDump", "thrpt", 2, MEMORY);
    try (CycleLog log = CycleLog.create(log(number), header)) {
      log.testee(Cells.testee());
      log.baseline(Cells.reading(1000, 12));
      for (int i = 0; i < rssKiB.length; i++) {
        log.add(Cells.cycle(i + 1, rssKiB[i]));
      }
    }
  }

  private void writeCell(Fork cell) throws IOException {
    JsonFiles.write(folder.file("cells").resolve(cell.number() + ".json"), cell);
  }

  private List<Fork> abandoned() throws Exception {
    RunFolder.abandon(folder.path());
    Path run = folder.pathAfter(false);
    assertThat(run.resolve("cells")).isDirectoryNotContaining("glob:**jsonl");
    return Run.read(run).forks();
  }

  @Test
  void becomeFailedCells() throws Exception {
    writeCell(Cells.measured(1, "snapshotAndDump", 1, MEMORY, 1, 2));
    writeLog(2, 2000, 3000);
    Fork cell = abandoned().get(1);
    assertThat(cell)
        .isEqualTo(
            ForkBuilder.of("a.B.snapshotAndDump", "thrpt")
                .number(2)
                .fork(2)
                .params(MEMORY)
                .state(State.FAILED, "killed together with the harness")
                .testee(Cells.testee())
                .baseline(Cells.reading(1000, 12))
                .cycles(List.of(Cells.cycle(1, 2000), Cells.cycle(2, 3000)))
                .build());
    assertThat(SeriesCsv.text(List.of(cell))).hasLineCount(4);
  }

  @Test
  void saySoWhereTheCellIsUnknown() throws Exception {
    try (CycleLog log = CycleLog.create(log(3))) {
      log.add(Cells.cycle(1, 2000));
    }
    Fork cell = abandoned().get(0);
    assertThat(cell.number()).isEqualTo(3);
    assertThat(cell.benchmark()).isEqualTo("unknown");
    assertThat(cell.fork()).isZero();
    assertThat(cell.cycles()).hasSize(1);
  }

  /**
   * Of a fork that was killed before it wrote what it measures: the run's plan says it is missing.
   */
  @Test
  void makeNoCellOfALogWithoutALine() throws Exception {
    CycleLog.create(log(3)).close();
    assertThat(abandoned()).isEmpty();
  }

  @Test
  void doNotReplaceACellThatWasWrittenFromThem() throws Exception {
    Fork measured = Cells.measured(1, "snapshotAndDump", 1, MEMORY, 1, 2000);
    Fork failed = Cells.cell(2, "snapshotAndDump", 1, MEMORY, State.FAILED, "too slow", 1, 2);
    writeCell(measured);
    writeCell(failed);
    writeLog(1, 2000);
    writeLog(2, 2000);
    assertThat(abandoned()).containsExactly(measured, failed);
  }

  @Test
  void replaceTheCellOfAWarmupFork() throws Exception {
    writeCell(Cells.measured(1, "snapshotAndDump", 1, MEMORY, 1, 2000));
    writeLog(1);
    assertThat(abandoned()).extracting(Fork::state).containsExactly(State.FAILED);
  }

  @Test
  void endWhatTheForkStartedAndNoOtherProcessOfTheSameId() throws Exception {
    Process testee = echo();
    Process other = echo();
    Process unknown = echo();
    StartedProcess started = StartedProcess.of(testee.toHandle());
    StartedProcess earlier = StartedProcess.of(other.toHandle());
    try (CycleLog log = CycleLog.create(log(1))) {
      log.started(new StartedProcess(earlier.pid(), earlier.startMillis() - 6_000));
      log.started(new StartedProcess(unknown.pid(), 0));
      log.started(started);
    }
    try {
      abandoned();
      assertThat(testee.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertAnswers(other);
      assertAnswers(unknown);
    } finally {
      List.of(testee, other, unknown).forEach(Process::destroyForcibly);
    }
  }

  private static Process echo() throws IOException {
    return new ProcessBuilder(Python.interpreter(), "-c", "print(input())").start();
  }

  private static void assertAnswers(Process echo) throws IOException {
    echo.outputWriter().append("here\n").flush();
    try (BufferedReader answers = echo.inputReader()) {
      assertThat(answers.readLine()).isEqualTo("here");
    }
  }

  @Test
  void areKeptIfTheyCannotBeReadAndDoNotKeepTheRunFromItsName() throws Exception {
    Files.writeString(log(1), "hello\n");
    writeLog(2, 2000);
    assertThatThrownBy(() -> RunFolder.abandon(folder.path())).hasMessageContaining("hello");
    Path cells = folder.pathAfter(false).resolve("cells");
    assertThat(cells.resolve("1.cycles.jsonl")).hasContent("hello\n");
    assertThat(cells.resolve("2.json")).exists();
    assertThat(RunFolder.sweep(results)).isEmpty();
  }
}
