package snapbench.self.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.CommandRunner;
import snapbench.run.plan.ParameterChecks;

/** What {@code calibrate} refuses before it measures anything. */
class CalibrateCommandTest {
  private final CommandRunner runner =
      new CommandRunner(
          streams ->
              new CalibrateCommand(
                  ParameterChecks.standard(),
                  commandLine -> {
                    throw new AssertionError("measures " + commandLine);
                  },
                  () -> false,
                  streams.out()));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--leaks native | --leaks native is not possible; choose none, connection,",
        "--leaks native:1%,fd:x | --leaks fd:x is not possible; choose none, connection,",
        "--kinds memory,live | --kinds live is not possible; choose from memory, file, memdb,",
        "--scale 99 | --scale 99 is not possible; choose a number from 0.001 to 10.0",
        "--threads 0 | --threads 0 is not possible; choose a whole number from 1 to 1024",
        "--cycles 7 | --cycles 7 is not possible; choose a whole number from 8",
        "--forks 0 | --forks 0 is not possible; choose a whole number from 1",
        "--cycles many | Invalid value for option '--cycles': 'many' is not an int",
        "--from nowhere | nowhere does not exist",
        "--fork 1 | Unknown option"
      })
  void whatIsNotPossibleIsOneLine(String options, String message) {
    List<String> arguments = new ArrayList<>(List.of("calibrate", "--results", folder.toString()));
    arguments.addAll(List.of(options.split(" ", -1)));
    assertThat(runner.run(arguments)).as(runner.err()).isEqualTo(2);

    assertThat(runner.err().lines()).singleElement().asString().startsWith("snapbench: " + message);
    assertThat(runner.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }
}
