package snapbench.results.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.process.Python;

public class LockFileTest {
  private static final String TRY =
      """
      import fcntl, sys
      try:
          fcntl.lockf(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)
          print('admitted')
      except OSError:
          print('refused')
      """;

  @TempDir Path folder;

  /** What another process is answered that tries to take a lock. */
  public static String answerToAnother(Path path) throws Exception {
    Process other = new ProcessBuilder(Python.interpreter(), "-c", TRY, path.toString()).start();
    try (BufferedReader answers = other.inputReader()) {
      return answers.readLine();
    } finally {
      other.waitFor();
    }
  }

  @Test
  void isHeldOnceAndGoneAfterwards() throws Exception {
    Path path = folder.resolve("lock");
    try (LockFile first = LockFile.tryAcquire(path)) {
      assertThat(first).isNotNull();
      assertThat(LockFile.tryAcquire(path)).isNull();
      assertThat(path).exists();
    }
    assertThat(path).doesNotExist();
    try (LockFile second = LockFile.tryAcquire(path)) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void isNotGivenUpWhenThisProcessAsksForItAgain() throws Exception {
    Path path = folder.resolve("lock");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder).resolve("lock");
    try (LockFile held = LockFile.tryAcquire(path)) {
      assertThat(held).isNotNull();
      assertThat(LockFile.tryAcquire(path)).isNull();
      assertThat(LockFile.tryAcquire(link)).isNull();
      assertThat(answerToAnother(path)).isEqualTo("refused");
    }
  }

  /** As another user's in a shared temporary folder; here since it has become a full folder. */
  @Test
  void isReleasedThoughItsFileCannotBeDeleted() throws Exception {
    Path path = folder.resolve("lock");
    LockFile lock = Objects.requireNonNull(LockFile.tryAcquire(path));
    Path renamed = Files.move(path, folder.resolve("renamed"));
    Path inIt = Files.createDirectories(path.resolve("full"));
    lock.close();
    assertThat(lock.isHeld()).isFalse();
    assertThat(answerToAnother(renamed)).isEqualTo("admitted");
    Files.delete(inIt);
    Files.delete(path);
    try (LockFile next = LockFile.tryAcquire(path)) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void whoClosesTwiceDoesNotDeleteTheNextOnesFile() throws Exception {
    Path path = folder.resolve("lock");
    LockFile first = Objects.requireNonNull(LockFile.tryAcquire(path));
    first.close();
    try (LockFile second = LockFile.tryAcquire(path)) {
      assertThat(second).isNotNull();
      first.close();
      assertThat(path).exists();
    }
  }
}
