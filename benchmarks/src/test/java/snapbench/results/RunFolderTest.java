package snapbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void sweepsRunsWhoseProcessIsGoneAndNoOthers() throws Exception {
    RunFolder alive = RunFolder.create(results, NOW, null);
    RunFolder dead = RunFolder.create(results, NOW, null);
    RunFolder reused = RunFolder.create(results, NOW, null);
    sign(dead, deadProcess(), 0);
    sign(reused, ProcessHandle.current().pid(), 12345);
    Files.createDirectory(results.resolve("something-else"));

    assertThat(RunFolder.sweep(results)).containsExactly(dead.path(), reused.path());

    assertThat(alive.temporary()).isDirectory();
    assertThat(dead.pathAfter(false)).isDirectoryNotContaining("glob:**tmp");
    assertThat(reused.pathAfter(false)).isDirectoryNotContaining("glob:**tmp");
    assertThat(RunFolder.sweep(results)).isEmpty();
    assertThat(RunFolder.sweep(results.resolve("absent"))).isEmpty();
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
      Files.createFile(temporary.resolve(name));
    }
    RunFolder.abandon(folder.path());
    assertThat(temporary).isDirectoryNotContaining("glob:**jmh[.1-9]*");
    assertThat(temporary.resolve("jmh-mine")).exists();
  }

  private static void sign(RunFolder folder, long pid, long startMillis) throws IOException {
    JsonFiles.write(folder.temporary().resolve("pid"), new Owner(pid, startMillis, null));
  }

  private static long deadProcess() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process process =
        new ProcessBuilder(java, "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }
}
