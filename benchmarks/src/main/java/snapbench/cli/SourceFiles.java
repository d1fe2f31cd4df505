package snapbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import snapbench.report.Attachment;
import snapbench.results.Run;

/** The files that a report was made of, for its page to carry along. */
final class SourceFiles {
  private static final String JSON = "application/json";

  private SourceFiles() {}

  /**
   * JMH's results and the environment of each run; of several runs named after the run.
   *
   * @throws IOException if one that exists cannot be read
   */
  static List<Attachment> of(List<Run> runs) throws IOException {
    List<Attachment> files = new ArrayList<>();
    for (Run run : runs) {
      String prefix = runs.size() == 1 ? "" : run.path().getFileName() + "-";
      for (Path file : files(run.path())) {
        if (Files.exists(file)) {
          files.add(new Attachment(prefix + file.getFileName(), JSON, Files.readString(file)));
        }
      }
    }
    return files;
  }

  private static List<Path> files(Path run) {
    return Files.isDirectory(run)
        ? List.of(run.resolve("jmh-result.json"), run.resolve("environment.json"))
        : List.of(run);
  }
}
