package snapbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import snapbench.cli.report.ReportCommand;
import snapbench.model.Fork;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.RunFolder;

/** Runs {@code report} in this process, on what lies in a folder. */
public final class ReportRunner {
  private final CommandRunner command = new CommandRunner(ReportCommand::new);
  private final Path folder;

  public ReportRunner(Path folder) {
    this.folder = folder;
  }

  /** Writes what another project's benchmarks left into the folder. */
  public Path copy(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ReportRunner.class.getResourceAsStream("report/" + resource), resource)) {
      Files.copy(in, folder.resolve(resource));
    }
    return folder.resolve(resource);
  }

  /** The folder of a run that is over, with these cells and their scores, on a kind of machine. */
  public Path run(String kernel, Fork... cells) throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("results"), Instant.now(), null);
    List<Map<String, Object>> results = new ArrayList<>();
    for (Fork cell : cells) {
      JsonFiles.write(run.file("cells").resolve(cell.number() + ".json"), cell);
      results.add(
          Map.of(
              "benchmark",
              cell.benchmark(),
              "mode",
              cell.mode(),
              "params",
              cell.params(),
              "primaryMetric",
              Map.of("score", 1.5, "scoreUnit", "s/op", "rawData", List.of(List.of(1.0, 2.0)))));
    }
    JsonFiles.write(run.file("jmh-result.json"), results);
    JsonFiles.write(
        run.file("environment.json"),
        Map.of(
            "time",
            "2026-11-24T18:26:18Z",
            "command",
            "java -jar benchmarks.jar -p 'snapshot=memory,file'",
            "operatingSystem",
            Map.of("kernel", kernel)));
    return run.finish(true);
  }

  /** Runs the command with these arguments, and returns the exit code. */
  public int report(Object... arguments) {
    List<String> given = new ArrayList<>(List.of("report"));
    Stream.of(arguments).map(String::valueOf).forEach(given::add);
    return command.run(given);
  }

  public String out() {
    return command.out();
  }

  public String err() {
    return command.err();
  }
}
