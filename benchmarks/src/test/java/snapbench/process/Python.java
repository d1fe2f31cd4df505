package snapbench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import snapbench.self.speed.Tool;

/** The testees in Python that the tests have. */
public final class Python {
  private static final Tool PYTHON = new Tool("python3", "python3");

  private Python() {}

  /** The command of a script; the test is skipped where there is no Python. */
  public static List<String> command(String script) {
    return List.of(interpreter(), path(script));
  }

  /** The interpreter; the test is skipped where there is none. */
  public static String interpreter() {
    Assumptions.assumeTrue(PYTHON.find().isPresent(), PYTHON.need());
    return Interpreter.PATH;
  }

  /** What python3 starts, asked for once: itself it may be a script that looks for it each time. */
  private static final class Interpreter {
    static final String PATH = path();

    private static String path() {
      String found = PYTHON.find().orElseThrow().toString();
      ProcessBuilder builder = new ProcessBuilder(found, "-c", "import sys; print(sys.executable)");
      try (BufferedReader answer = builder.start().inputReader(StandardCharsets.UTF_8)) {
        return answer.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String path(String script) {
    try {
      return Path.of(
              Objects.requireNonNull(
                      Python.class.getResource("/snapbench/testees/" + script), script)
                  .toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
