package snapbench.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text of others, from files and pipes; and how failures are said. */
class TextFileTest {
  @TempDir Path folder;

  @Test
  void aPipeThatNobodyWritesIntoIsWaitedForOnlySoLong() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> TextFile.open(pipe, Duration.ofMillis(50)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(pipe + " is a pipe that nobody writes into; ");
  }

  @Test
  void readsAPipeThatSomebodyWritesInto() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer = new ProcessBuilder("sh", "-c", "echo a,b > \"$0\"", pipe.toString()).start();
    assertThat(TextFile.read(pipe)).isEqualTo("a,b\n");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void readsWhatPowerShellWrites() throws Exception {
    Path file = folder.resolve("a.json");
    Files.write(file, "\uFEFF[1]".getBytes(StandardCharsets.UTF_16LE));
    assertThat(TextFile.read(file)).isEqualTo("[1]");
  }

  @Test
  void aFailureNamesItsFileAndIsSaidWithoutJava() {
    Path file = Path.of("a", "b.json");
    IOException named = PlainFile.named(file, new IOException("No space left on device"));
    assertThat(PlainFile.words(named)).isEqualTo(file + ": No space left on device");
    assertThat(PlainFile.words(new NoSuchFileException("x"))).isEqualTo("x does not exist");
    assertThat(PlainFile.words(new FileSystemException("x", null, "is a folder, not a file")))
        .isEqualTo("x is a folder, not a file");
  }
}
