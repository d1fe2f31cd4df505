package snapbench.self.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The distribution's {@code sqlite3} command. */
final class Sqlite3Shell {
  private static final Tool SHELL = new Tool("sqlite3", "sqlite3");

  private Sqlite3Shell() {}

  /**
   * Returns its version.
   *
   * @throws MissingToolException if it is not installed, naming the package
   */
  static String version() throws IOException, InterruptedException {
    if (SHELL.find().isEmpty()) {
      throw new MissingToolException("speed " + SHELL.need());
    }
    Process process = new ProcessBuilder(SHELL.command(), "--version").start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return output.split(" ", 2)[0];
  }

  /** Restores a dump into a database and returns the seconds it took. */
  static double restoreSeconds(String database, Path dump)
      throws IOException, InterruptedException {
    return run(
        new ProcessBuilder(SHELL.command(), database)
            .redirectInput(dump.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD),
        dump);
  }

  /** Dumps a database into a file and returns the seconds it took. */
  static double dumpSeconds(Path database, Path dump) throws IOException, InterruptedException {
    return run(
        new ProcessBuilder(SHELL.command(), database.toString(), ".dump")
            .redirectOutput(dump.toFile()),
        dump);
  }

  /** Its messages go beside the dump, where they are removed with it whatever happens. */
  private static double run(ProcessBuilder builder, Path dump)
      throws IOException, InterruptedException {
    Path errors = dump.resolveSibling("sqlite3.err");
    try {
      long start = System.nanoTime();
      int exitCode = builder.redirectError(errors.toFile()).start().waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      String said = Files.readString(errors).strip();
      if (exitCode != 0 || !said.isEmpty()) {
        throw new IOException(
            "%s ended with exit code %d: %s"
                .formatted(String.join(" ", builder.command()), exitCode, firstLine(said)));
      }
      return seconds;
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private static String firstLine(String text) {
    List<String> lines = text.lines().toList();
    return lines.isEmpty() ? "" : lines.get(0);
  }
}
