package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Cleans up a run's folder whose process was killed: {@code AbandonedRun FOLDER}. */
public final class AbandonedRun {
  private AbandonedRun() {}

  /** Cleans it up; does nothing to one that has ended by itself. */
  public static void main(String[] arguments) throws IOException {
    RunFolder.abandon(Path.of(arguments[0]));
  }
}
