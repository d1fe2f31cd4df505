package snapbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import snapbench.host.Environment;
import snapbench.run.ParameterChecks;
import snapbench.run.Profilers;

/** Runs {@code compare} in this process, on files as JMH writes them. */
final class CompareRunner {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;

  /** With copies of the files in the folder. */
  CompareRunner(Path folder) throws IOException {
    this.folder = folder;
    for (String name : List.of("base", "new", "foreign-base", "foreign-new")) {
      Files.writeString(folder.resolve(name + ".json"), resource(name + ".json"));
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CompareRunner.class.getResourceAsStream("compare/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Words that end in {@code .json} are files in the folder. */
  int compare(String arguments) {
    out.reset();
    err.reset();
    List<String> given = new ArrayList<>(List.of("compare"));
    for (String word : arguments.strip().split(" +", -1)) {
      given.add(word.endsWith(".json") ? folder.resolve(word).toString() : word);
    }
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Parts parts =
        new Parts(
            Profilers.none(),
            ParameterChecks.standard(),
            Environment::read,
            List.of(new CompareCommand(stream, errors)));
    return new Main(parts, stream, errors).run(given);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
