package snapbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
  @TempDir Path folder;

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
