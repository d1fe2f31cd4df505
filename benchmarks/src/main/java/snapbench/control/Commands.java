package snapbench.control;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import snapbench.files.Executables;

/**
 * Runs compilers.
 *
 * @param environment their environment, whose PATH leads to them
 */
record Commands(Map<String, String> environment) {
  Commands {
    environment = Map.copyOf(environment);
  }

  /** The first of these programs that the PATH has; empty if it has none. */
  Optional<Path> find(String... names) {
    return Stream.of(names)
        .flatMap(name -> Executables.find(name, environment.get("PATH")).stream())
        .findFirst();
  }

  /**
   * Runs a command to its end.
   *
   * @param needs what the message of a failure begins with
   * @param folder its working folder; takes its output meanwhile
   * @param added to its environment
   * @return what it wrote to standard output and standard error
   * @throws ControlException if it fails, or takes longer than that
   */
  String run(
      String needs,
      Path folder,
      Map<String, String> added,
      int timeoutSeconds,
      List<String> command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(added);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
        throw new ControlException(
            command.get(0) + " did not end within " + timeoutSeconds + " seconds");
      }
    } finally {
      end(process);
    }
    String said = new String(Files.readAllBytes(output), Charset.defaultCharset()).strip();
    if (process.exitValue() != 0) {
      throw new ControlException(needs + " (" + error(said, process.exitValue()) + ")");
    }
    return said;
  }

  /** The first line that tells of an error; the last one where none does. */
  private static String error(String said, int exitCode) {
    List<String> lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String last =
        lines.isEmpty()
            ? "the compiler ended with exit code " + exitCode
            : lines.get(lines.size() - 1);
    return lines.stream()
        .filter(line -> line.contains("error") || line.contains("cannot find"))
        .findFirst()
        .orElse(last);
  }

  /** Ends a process and those that it started, if it has not ended yet. */
  private static void end(Process process) {
    if (process.isAlive()) {
      List<ProcessHandle> started = process.descendants().toList();
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
