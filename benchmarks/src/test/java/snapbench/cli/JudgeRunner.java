package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import snapbench.cli.judge.JudgeCommand;

/** Runs {@code judge} in this process, on a file of its own. */
public final class JudgeRunner {
  private final CommandRunner command = new CommandRunner(JudgeCommand::new);
  private final Path file;

  public JudgeRunner(Path folder) {
    file = folder.resolve("monitor.csv");
  }

  /** Judges a file of this text; options are separated by spaces. */
  public int judge(String text, String options) throws IOException {
    Files.writeString(file, text);
    List<String> given = new ArrayList<>(List.of("judge", file.toString()));
    if (!options.isEmpty()) {
      given.addAll(List.of(options.split(" ", -1)));
    }
    return run(given);
  }

  /** Judges a file of this text, and returns what is printed with {@code --json}. */
  public JsonNode json(String text, String options) throws IOException {
    assertThat(judge(text, (options + " --json").strip())).as(err()).isZero();
    return new ObjectMapper().readTree(out());
  }

  /** Runs the command line as it is. */
  public int run(List<String> arguments) {
    return command.run(arguments);
  }

  public String out() {
    return command.out();
  }

  public String err() {
    return command.err();
  }
}
