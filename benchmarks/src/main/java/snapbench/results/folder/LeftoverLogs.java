package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import snapbench.files.FileTrees;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.StartedProcess;
import snapbench.results.folder.CycleLog.Content;
import snapbench.results.folder.CycleLog.Header;

/**
 * Makes failed cells of the logs that are left over when forks were killed together with the
 * harness, or their cells could not be written, so that whoever reads the run finds their cycles.
 */
final class LeftoverLogs {
  private static final String UNKNOWN = "unknown";
  private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.cycles\\.jsonl");

  private LeftoverLogs() {}

  /**
   * Writes a cell's file for each log, and deletes the log, once the processes that its fork
   * started have been ended: a testee may not notice that the fork is gone. Another process may do
   * so too.
   *
   * @param folder the folder of the cells
   * @param reason why the cells failed
   * @throws IOException if a log cannot be read, which is then left as it is, or a cell not written
   */
  static void toCells(Path folder, String reason) throws IOException {
    IOException failure = null;
    for (Path file : files(folder)) {
      try {
        toCell(file, reason);
      } catch (NoSuchFileException doneMeanwhile) {
        // by another process, or the folder got its final name from one
      } catch (IOException e) {
        failure = FileTrees.joined(failure, e);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name(file).matches()).sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static Matcher name(Path file) {
    return NAME.matcher(file.getFileName().toString());
  }

  private static void toCell(Path log, String reason) throws IOException {
    Matcher name = name(log);
    if (!name.matches()) {
      throw new IllegalArgumentException(log + " is not a log");
    }
    int number = Integer.parseInt(name.group(1));
    Path file = log.resolveSibling(number + ".json");
    CycleLog.started(log).forEach(StartedProcess::destroyForcibly);
    Content content = CycleLog.read(log);
    // one that was killed before its first line is missing, as the run's plan says
    if (!content.equals(Content.NOTHING) && !isWritten(file, content)) {
      JsonFiles.write(file, cell(number, content, reason));
    }
    Files.deleteIfExists(log);
  }

  /** A cell that was measured is a warm-up fork's, if its cycles are not those of the log. */
  private static boolean isWritten(Path file, Content log) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Fork written = JsonFiles.read(file, Fork.class);
    return written.state() != State.MEASURED || written.cycles().equals(log.cycles());
  }

  private static Fork cell(int number, Content log, String reason) {
    Header header = log.header();
    if (header == null) {
      header = new Header(number, UNKNOWN, UNKNOWN, 0, Map.of());
    }
    return header.fork(State.FAILED, reason, log, List.of());
  }
}
