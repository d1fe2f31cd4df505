package snapbench.results.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static snapbench.results.folder.RunMarks.deadProcess;
import static snapbench.results.folder.RunMarks.makeOld;
import static snapbench.results.folder.RunMarks.sign;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.process.Python;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.LockFile;
import snapbench.results.files.LockFileTest;

/** What is put in order after runs whose process is gone, and what is left to those that live. */
class RunFolderSweepTest {
  private static final Instant NOW = Instant.parse("2026-11-23T08:09:10.9Z");

  private static final String HOLD =
      "import fcntl, sys, time; file = open(sys.argv[1], 'r+');"
          + " fcntl.lockf(file, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)";

  @TempDir Path results;

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
}
