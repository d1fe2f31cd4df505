package snapbench.process;

import java.io.IOException;
import java.util.function.Consumer;

/** A testee JVM that writes its database to a file and ends. */
public final class DatabaseExport {
  private DatabaseExport() {}

  /**
   * Runs it to its end.
   *
   * @param command with the option {@code --export}
   * @param log sees each line of its stderr
   * @throws TesteeException if it fails, with the tail of its output
   */
  public static void run(TesteeCommandLine command, Consumer<String> log)
      throws IOException, InterruptedException {
    try (ChildProcess child =
        ChildProcess.start(
            command.line(),
            command.environment(),
            command.folder(),
            command.folder(),
            TesteeLimits.STANDARD,
            log)) {
      if (child.exitCode() != 0) {
        throw child.death("before it had written its database");
      }
    }
  }
}
