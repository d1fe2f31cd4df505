package snapbench.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.results.files.InvalidInputException;

/** The file that {@code -rff} asks for. */
class ResultFileTest {
  @TempDir Path folder;

  private static ResultFile prepare(Path file) throws Exception {
    return ResultFile.prepare(new CommandLineOptions("-rf", "json", "-rff", file.toString()));
  }

  private static void write(ResultFile file) throws Exception {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    file.write(List.of(), OutputFormatFactory.createFormatInstance(out, VerboseMode.SILENT));
  }

  @Test
  void isNotThereBeforeItIsWritten() throws Exception {
    Path file = folder.resolve("out.json");
    ResultFile prepared = prepare(file);
    assertThat(file).doesNotExist();
    write(prepared);
    assertThat(file).content().startsWith("[");
    assertThat(folder).isDirectoryNotContaining("glob:**part");
  }

  @Test
  void isReplacedAsAWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("out.json"), "old");
    Path sameFile = Files.createLink(folder.resolve("same"), file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    write(prepare(link));
    assertThat(link).isSymbolicLink();
    assertThat(file).content().startsWith("[");
    assertThat(sameFile).hasContent("old");
  }

  @Test
  void mayBeRelative() throws Exception {
    Path file = Path.of("target", "result-file-test.json");
    write(prepare(file));
    assertThat(file).exists();
    Files.delete(file);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no mkfifo")
  void mayBeAPipe() throws Exception {
    String pipe = folder.resolve("pipe").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("cat", pipe).start();
    write(prepare(Path.of(pipe)));
    assertThat(reader.inputReader().readLine()).startsWith("[");
    assertThat(reader.waitFor()).isZero();
  }

  @Test
  void mustNotBeAFolder() {
    assertThatThrownBy(() -> prepare(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("-rff " + folder + " is a folder; choose a file");
  }
}
