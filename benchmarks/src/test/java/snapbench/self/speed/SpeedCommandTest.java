package snapbench.self.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.CommandRunner;
import snapbench.cli.MainProcess;

/** What {@code speed} refuses before it measures anything. */
class SpeedCommandTest {
  private final CommandRunner runner =
      new CommandRunner(streams -> new SpeedCommand("", streams.out(), streams.err()));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fills 0 | --fills 0 is not possible; choose a whole number from 1",
        "--rounds -1 | --rounds -1 is not possible; choose a whole number from 1",
        "--driver bundled,3.46.1.3 | --driver bundled,3.46.1.3 names several; give one, or add"
            + " --controls",
        "--driver bundled,bundled | --driver bundled,bundled has one of them twice",
        "--results 10:30 | 10:30 is not possible; choose a folder whose absolute path is without"
            + " ':'",
      })
  void refusesInOneLine(String arguments, String message) {
    List<String> line = Stream.of(("speed " + arguments).split(" ", -1)).toList();
    assertThat(runner.run(line)).isEqualTo(2);
    assertThat(runner.err()).startsWith("snapbench: ").contains(message).hasLineCount(1);
  }

  @Test
  void namesThePackageThatIsMissing() throws Exception {
    Process speed = MainProcess.start(folder, "speed");
    assertThat(new String(speed.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "snapbench: speed needs the Debian package sqlite3 (sqlite3 was not found)"
                + System.lineSeparator());
    assertThat(speed.waitFor()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }
}
