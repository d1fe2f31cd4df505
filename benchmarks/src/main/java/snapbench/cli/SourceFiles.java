package snapbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import snapbench.report.Attachment;
import snapbench.results.Run;

/** The files that a report was made of, for its page to carry along. */
final class SourceFiles {
  /** Most bytes of a file that a page carries along: 32 MiB. */
  static final int LARGEST = 32 << 20;

  private static final String JSON = "application/json";

  private SourceFiles() {}

  /**
   * JMH's results and the environment of each run; of several runs named after the run.
   *
   * @param carried gets those that are not too large
   * @param left gets a sentence about each that is
   * @throws IOException if one that exists cannot be read
   */
  static void add(List<Run> runs, List<Attachment> carried, List<String> left) throws IOException {
    for (Run run : runs) {
      String prefix = runs.size() == 1 ? "" : run.path().getFileName() + "-";
      for (Path file : files(run.path())) {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
          left.add(file.getFileName() + " is too large for a page.");
        } else if (Files.exists(file)) {
          carried.add(new Attachment(prefix + file.getFileName(), JSON, Files.readString(file)));
        }
      }
    }
  }

  private static List<Path> files(Path run) {
    return Files.isDirectory(run)
        ? List.of(run.resolve("jmh-result.json"), run.resolve("environment.json"))
        : List.of(run);
  }
}
