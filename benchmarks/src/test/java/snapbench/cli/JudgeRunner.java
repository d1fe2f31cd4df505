package snapbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import snapbench.host.Environment;
import snapbench.run.ParameterChecks;
import snapbench.run.Profilers;

/** Runs {@code judge} in this process, on a file of its own. */
final class JudgeRunner {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path file;

  JudgeRunner(Path folder) {
    file = folder.resolve("monitor.csv");
  }

  /** Judges a file of this text; options are separated by spaces. */
  int judge(String text, String options) throws IOException {
    Files.writeString(file, text);
    List<String> given = new ArrayList<>(List.of("judge", file.toString()));
    if (!options.isEmpty()) {
      given.addAll(List.of(options.split(" ", -1)));
    }
    return run(given);
  }

  /** Runs the command line as it is. */
  int run(List<String> arguments) {
    out.reset();
    err.reset();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Parts parts =
        new Parts(
            Profilers.none(),
            ParameterChecks.standard(),
            Environment::read,
            List.of(new JudgeCommand(stream, errors)));
    return new Main(parts, stream, errors).run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
