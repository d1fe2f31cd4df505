package snapbench.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import snapbench.self.speed.Tool;

/** Debian's sqlite3, which makes databases and looks into them. */
final class Sqlite3 {
  private static final Tool TOOL = new Tool("sqlite3", "sqlite3");

  private Sqlite3() {}

  /** Runs SQL on a database file; skips the test where there is no sqlite3. */
  static String run(Path database, String sql) throws IOException, InterruptedException {
    return finish(builder(database), sql);
  }

  /** Restores a dump into a new database file. */
  static void restore(Path database, Path dump) throws IOException, InterruptedException {
    finish(builder(database).redirectInput(dump.toFile()), "");
  }

  private static ProcessBuilder builder(Path database) {
    assumeThat(TOOL.find()).as(TOOL.need()).isPresent();
    // without the settings of the user's ~/.sqliterc
    return new ProcessBuilder("sqlite3", "-init", "/dev/null", "-bail", database.toString())
        .redirectErrorStream(true);
  }

  private static String finish(ProcessBuilder builder, String input)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as(output).isZero();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }
}
