package snapbench.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import snapbench.report.model.Attachment;

/** The files that a report was made of, for its page to carry along. */
final class SourceFiles {
  /** Most bytes of a file that a page carries along: 32 MiB. */
  static final int LARGEST = 32 << 20;

  private static final String JSON = "application/json";

  private SourceFiles() {}

  /**
   * JMH's results and the environment of each run; of several runs named after the run.
   *
   * @param runs where each run is, by its name
   * @param carried gets those that are not too large
   * @param left gets a sentence about each that is
   * @throws IOException if one that exists cannot be read
   */
  static void add(Map<String, Path> runs, List<Attachment> carried, List<String> left)
      throws IOException {
    for (Map.Entry<String, Path> run : runs.entrySet()) {
      for (Path file : files(run.getValue())) {
        String name = String.valueOf(file.getFileName());
        if (runs.size() > 1) {
          String start = run.getKey().replace('/', '-').replace('\\', '-');
          name = file.equals(run.getValue()) ? start : start + "-" + name;
        }
        if (Files.exists(file) && Files.size(file) > LARGEST) {
          left.add(name + " is too large for a page.");
        } else if (Files.exists(file)) {
          carried.add(new Attachment(name, JSON, Files.readString(file)));
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
