package snapbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import snapbench.cli.report.CompareCommand;

/** Runs {@code compare} in this process, on files as JMH writes them. */
public final class CompareRunner {
  private final CommandRunner command = new CommandRunner(CompareCommand::new);
  private final Path folder;

  /** With copies of the files in the folder. */
  public CompareRunner(Path folder) throws IOException {
    this.folder = folder;
    for (String name : List.of("base", "new", "foreign-base", "foreign-new")) {
      Files.writeString(folder.resolve(name + ".json"), resource(name + ".json"));
    }
  }

  public static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CompareRunner.class.getResourceAsStream("compare/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Words that end in {@code .json} are files in the folder. */
  public int compare(String arguments) {
    List<String> given = new ArrayList<>(List.of("compare"));
    for (String word : arguments.strip().split(" +", -1)) {
      given.add(word.endsWith(".json") ? folder.resolve(word).toString() : word);
    }
    return command.run(given);
  }

  public String out() {
    return command.out();
  }

  public String err() {
    return command.err();
  }
}
