package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Cleans up after a run whose process was killed: {@code AbandonedRun RESULTS PID}. */
public final class AbandonedRun {
  private AbandonedRun() {}

  /**
   * Cleans it up; does nothing to one that has ended by itself.
   *
   * @param arguments the folder of all runs, and the id of the process, which is gone
   */
  public static void main(String[] arguments) throws IOException {
    Path results = Path.of(arguments[0]);
    long pid = Long.parseLong(arguments[1]);
    if (!Files.isDirectory(results)) {
      return;
    }
    List<Path> runs;
    try (Stream<Path> all = Files.list(results)) {
      runs = all.filter(RunFolder::isRun).filter(run -> isOf(run, pid)).toList();
    }
    for (Path run : runs) {
      RunFolder.abandon(run);
    }
  }

  /** On another machine, a process of the same id may be at work: it holds the lock. */
  private static boolean isOf(Path run, long pid) {
    try {
      return RunFolder.owner(run).pid() == pid && !RunFolder.isOwned(run);
    } catch (IOException unowned) {
      return false;
    }
  }
}
