package snapbench.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.Main;
import snapbench.cli.measure.Wiring;
import snapbench.host.doctor.Environment;
import snapbench.run.plan.ParameterChecks;
import snapbench.run.plan.Profilers;

/** What {@code calibrate} refuses before it measures anything. */
class CalibrateCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

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
    assertThat(calibrate(options)).as(err()).isEqualTo(2);

    assertThat(err().lines()).singleElement().asString().startsWith("snapbench: " + message);
    assertThat(out.size()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  private int calibrate(String options) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Wiring parts = new Wiring(Profilers.none(), ParameterChecks.standard(), Environment::read);
    List<String> arguments = new ArrayList<>(List.of("calibrate", "--results", folder.toString()));
    arguments.addAll(List.of(options.split(" ", -1)));
    return new Main(parts, List.of(new CalibrateCommand(parts, stream, errors)), stream, errors)
        .run(arguments);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
