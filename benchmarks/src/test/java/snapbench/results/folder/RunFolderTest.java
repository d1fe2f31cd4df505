package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.process.Python;
import snapbench.results.Cells;
import snapbench.results.UndeletableFolder;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.LockFile;
import snapbench.results.files.LockFileTest;

class RunFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:09:10.9Z");

  private static final String HOLD =
      "import fcntl, sys, time; file = open(sys.argv[1], 'r+');"
          + " fcntl.lockf(file, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)";

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
  void sweepsRunsWhoseProcessIsGoneAndNoOthers() throws Exception {
    RunFolder alive = RunFolder.create(results, NOW, null);
    RunFolder dead = RunFolder.create(results, NOW, null);
    RunFolder reused = RunFolder.create(results, NOW, null);
    sign(dead, deadProcess(), 0);
    sign(reused, ProcessHandle.current().pid(), 12345);
    // the lock of a process that is gone is gone, too; those of this test are not
    Files.delete(dead.temporary().resolve("lock"));
    Files.delete(reused.temporary().resolve("lock"));
    Files.createDirectory(results.resolve("something-else"));

    assertThat(RunFolder.sweep(results)).containsExactly(dead.path(), reused.path());

    assertThat(alive.temporary()).isDirectory();
    assertThat(dead.pathAfter(false)).isDirectoryNotContaining("glob:**tmp");
    assertThat(reused.pathAfter(false)).isDirectoryNotContaining("glob:**tmp");
    assertThat(RunFolder.sweep(results)).isEmpty();
    assertThat(RunFolder.sweep(results.resolve("absent"))).isEmpty();
  }

  /** Of another container, or machine, the process's id says nothing. */
  @Test
  void leavesARunAloneWhoseLockIsHeld() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    sign(folder, deadProcess(), 0);
    Path lock = folder.temporary().resolve("lock");
    Files.delete(lock);
    Files.createFile(lock);
    Process holder = holder(lock);
    try (BufferedReader answers = holder.inputReader()) {
      assertThat(answers.readLine()).isEqualTo("held");
      assertThat(RunFolder.sweep(results)).isEmpty();
      unsign(folder);
      assertThat(RunFolder.sweep(results)).isEmpty();
      assertThat(folder.temporary()).isDirectory();
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(RunFolder.sweep(results)).containsExactly(folder.path());
  }

  @Test
  void sweepsARunThatWasKilledBeforeItCouldSign() throws Exception {
    RunFolder folder = RunFolder.create(results, NOW, null);
    Files.delete(folder.temporary().resolve("lock"));
    Files.delete(folder.temporary().resolve("pid"));
    assertThat(RunFolder.sweep(results)).as("it may be about to sign").isEmpty();
    makeOld(folder.temporary());
    assertThat(RunFolder.sweep(results)).containsExactly(folder.path());
    assertThat(folder.pathAfter(false)).isDirectoryNotContaining("glob:**tmp");
  }

  @Test
  void leavesFoldersAloneThatAreNoRuns() throws Exception {
    Path project = results.resolve("some-app");
    Files.createDirectories(project.resolve("cells"));
    Path dated = results.resolve("20261123T080910Z");
    for (Path folder : List.of(project, dated)) {
      makeOld(Files.createDirectories(folder.resolve("tmp")));
    }
    assertThat(RunFolder.sweep(results)).isEmpty();
    assertThat(project.resolve("tmp")).isDirectory();
    assertThat(dated.resolve("tmp")).isDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isMarkedAndKeepsItsCyclesThoughSomethingCannotBeDeleted() throws Exception {
    RunFolder finished = RunFolder.create(results, NOW, null);
    RunFolder abandoned = RunFolder.create(results, NOW, null);
    try {
      for (RunFolder folder : List.of(finished, abandoned)) {
        CycleLog.create(folder.file("cells").resolve("1.cycles.jsonl")).close();
        UndeletableFolder.createIn(folder.temporary(), results);
      }
      assertIsTooLong(finished, () -> finished.finish(false));
      assertIsTooLong(abandoned, () -> RunFolder.abandon(abandoned.path()));
      for (RunFolder folder : List.of(finished, abandoned)) {
        assertThat(Run.read(folder.pathAfter(false)).forks()).hasSize(1);
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

  @Test
  void takesAProcessForTheSameThoughTheClockWasSetAFewSeconds() throws Exception {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    assertThat(new Owner(self.pid(), started - 4_900, null).isAlive()).isTrue();
    assertThat(new Owner(self.pid(), started + 4_900, null).isAlive()).isTrue();
    assertThat(new Owner(self.pid(), started - 6_000, null).isAlive()).isFalse();
  }

  @Test
  void takesAlongTheLockAndTheFilesThatAKilledJmhLeft() throws Exception {
    Path temporary = Files.createDirectory(results.resolve("system-tmp"));
    Path lockFile = temporary.resolve("jmh.lock");
    RunFolder folder;
    try (LockFile lock = LockFile.tryAcquire(lockFile)) {
      folder = RunFolder.create(results, NOW, lock);
    }
    for (String name : List.of("jmh.lock", "jmh123stdout", "jmh45compilecommand", "jmh-mine")) {
      makeOld(Files.createFile(temporary.resolve(name)));
    }
    RunFolder.abandon(folder.path());
    assertThat(temporary).isDirectoryNotContaining("glob:**jmh[.1-9]*");
    assertThat(temporary.resolve("jmh-mine")).exists();
  }

  @Test
  void leavesTheFilesOfAJmhThatIgnoresTheLock() throws Exception {
    Path lockFile = results.resolve("jmh.lock");
    Path old = results.resolve("jmh12stdout");
    Path live = results.resolve("jmh34stdout");
    makeOld(Files.createFile(old));
    Path held = Files.createFile(results.resolve("held"));
    Process ignoring = holder(held, "-Djmh.ignoreLock=true");
    try (BufferedReader answers = ignoring.inputReader()) {
      assertThat(answers.readLine()).isEqualTo("held");
      Files.createFile(live);
      JmhFiles.sweep(lockFile);
      assertThat(old).doesNotExist();
      assertThat(live).exists();
    } finally {
      ignoring.destroyForcibly().waitFor();
    }
  }

  @Test
  void doesNotGiveUpJmhsLockWhenItSweepsARunThatHadItToo() throws Exception {
    Path lockFile = results.resolve("jmh.lock");
    try (LockFile lock = LockFile.tryAcquire(lockFile)) {
      RunFolder dead = RunFolder.create(results, NOW, lock);
      Owner owner = new Owner(deadProcess(), 0, lockFile.toString());
      JsonFiles.write(dead.temporary().resolve("pid"), owner);
      Files.delete(dead.temporary().resolve("lock"));
      Path live = Files.createFile(results.resolve("jmh123stdout"));
      assertThat(RunFolder.sweep(results)).containsExactly(dead.path());
      assertThat(live).exists();
      assertThat(LockFileTest.answerToAnother(lockFile)).isEqualTo("refused");
    }
  }

  private static Process holder(Path file, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Python.interpreter(), "-c", HOLD, file.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).start();
  }

  private static void unsign(RunFolder folder) throws IOException {
    Files.delete(folder.temporary().resolve("pid"));
    makeOld(folder.temporary());
  }

  private static void makeOld(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  private static void sign(RunFolder folder, long pid, long startMillis) throws IOException {
    JsonFiles.write(folder.temporary().resolve("pid"), new Owner(pid, startMillis, null));
  }

  private static long deadProcess() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process process = new ProcessBuilder(java, "--version").start();
    process.waitFor();
    return process.pid();
  }
}
