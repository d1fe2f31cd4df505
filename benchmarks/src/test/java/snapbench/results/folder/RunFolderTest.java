package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static snapbench.results.folder.RunMarks.deadProcess;
import static snapbench.results.folder.RunMarks.sign;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.results.Cells;
import snapbench.results.UndeletableFolder;

/** How a run's folder is named, what is in it, and what becomes of it when the run ends. */
class RunFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:09:10.9Z");

  @TempDir Path results;

  @Test
  void isNamedAfterTheTimeAndUniqueWithinASecond() throws Exception {
    RunFolder first = RunFolder.create(results, NOW, null);
    RunFolder second = RunFolder.create(results, NOW, null);
    second.finish(false);
    RunFolder third = RunFolder.create(results, NOW, null);
    assertThat(first.path()).hasFileName("20261123T080910Z").isAbsolute();
    assertThat(second.path()).hasFileName("20261123T080910Z-2");
    assertThat(third.path()).hasFileName("20261123T080910Z-3");
    assertThat(first.temporary()).isDirectory();
    assertThat(first.file("cells")).isDirectory();
  }

  @Test
  void losesItsTemporaryFilesWhenFinished() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    Files.createDirectories(folder.temporary().resolve("a/b"));
    Files.createFile(folder.temporary().resolve("a/b/c"));
    assertThat(folder.finish(true)).isEqualTo(folder.path()).isDirectory();
    assertThat(folder.temporary()).doesNotExist();
  }

  @Test
  void isMarkedWhenFailed() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    assertThat(folder.finish(false))
        .isEqualTo(folder.pathAfter(false))
        .hasFileName("20261123T080910Z.FAIL")
        .isDirectoryContaining("glob:**cells");
  }

  @Test
  void canBeAbandonedTwiceAndAfterItWasFinished() throws Exception {
    RunFolder abandoned = RunFolder.create(results, NOW, null);
    RunFolder.abandon(abandoned.path());
    RunFolder.abandon(abandoned.path());
    RunFolder finished = RunFolder.create(results, NOW, null);
    finished.finish(true);
    RunFolder.abandon(finished.path());
    assertThat(abandoned.pathAfter(false)).isDirectory();
    assertThat(finished.path()).isDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isMarkedAndKeepsItsCyclesThoughSomethingCannotBeDeleted() throws Exception {
    RunFolder finished = RunFolder.create(results, NOW, null);
    RunFolder abandoned = RunFolder.create(results, NOW, null);
    try {
      for (RunFolder folder : List.of(finished, abandoned)) {
        try (CycleLog log = CycleLog.create(folder.file("cells").resolve("1.cycles.jsonl"))) {
          log.add(Cells.cycle(1, 2000));
        }
        UndeletableFolder.createIn(folder.temporary(), results);
      }
      assertIsTooLong(finished, () -> finished.finish(false));
      assertIsTooLong(abandoned, () -> RunFolder.abandon(abandoned.path()));
      for (RunFolder folder : List.of(finished, abandoned)) {
        assertThat(Run.read(folder.pathAfter(false)).forks())
            .singleElement()
            .extracting(Fork::cycles)
            .isEqualTo(List.of(Cells.cycle(1, 2000)));
      }
    } finally {
      UndeletableFolder.delete(results);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void staysGoodThoughSomethingCannotBeDeleted() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    try {
      sign(folder, deadProcess(), 0);
      UndeletableFolder.createIn(folder.temporary(), results);
      assertIsTooLong(folder, () -> folder.finish(true));
      assertThat(RunFolder.sweep(results)).isEmpty();
      assertThat(folder.path()).isDirectoryContaining("glob:**tmp-not-deleted");
    } finally {
      UndeletableFolder.delete(results);
    }
  }

  /** As the system says in the user's language; the JDK has no exception of its own for it. */
  private static void assertIsTooLong(RunFolder folder, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isExactlyInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(folder.temporary().toString());
  }

  @Test
  void losesFoldersThatAreReadOnly() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    Path readOnly = Files.createDirectories(folder.temporary().resolve("a/b"));
    Files.createFile(readOnly.resolve("c"));
    assertThat(readOnly.toFile().setWritable(false)).isTrue();
    folder.finish(true);
    assertThat(folder.temporary()).doesNotExist();
  }

  @Test
  void keepsTheCyclesOfACellThatCouldNotBeWrittenAndNoFileOfHalf() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    Path cells = folder.file("cells");
    CycleLog.Header header = new CycleLog.Header(1, "Bench.work", "ss", 1, Map.of());
    try (CycleLog log = CycleLog.create(cells.resolve("1.cycles.jsonl"), header)) {
      log.baseline(Cells.reading(1000, 13));
      log.add(Cells.cycle(1, 2000));
    }
    Files.createFile(cells.resolve("1.json.4711.part"));
    Files.createFile(folder.file("series.csv.4711.part"));
    Path failed = folder.finish(false);
    assertThat(failed.resolve("cells")).isDirectoryNotContaining("glob:**{part,jsonl}");
    assertThat(failed).isDirectoryNotContaining("glob:**part");
    Fork cell = Run.read(failed).forks().get(0);
    assertThat(cell.state()).isEqualTo(Fork.State.FAILED);
    assertThat(cell.reason()).isEqualTo("its file could not be written");
    assertThat(cell.cycles()).hasSize(1);
  }
}
