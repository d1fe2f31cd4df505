package snapbench.run.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.RunFolder;
import snapbench.run.plan.RunOptions;

/** The folder that a command measures into, in the folder of all runs. */
public final class RunFolders {
  private RunFolders() {}

  /**
   * Cleans up after earlier runs that were killed, and makes a new folder.
   *
   * @param messages sees after which, and what cannot be cleaned up, perhaps since it is another
   *     user's: that must not stop this run
   * @throws InvalidInputException naming the option if the folder cannot be made
   */
  public static RunFolder create(Path results, JmhLock lock, Consumer<String> messages)
      throws InvalidInputException {
    try {
      for (Path run : RunFolder.sweep(results)) {
        messages.accept("cleaned up after " + run + ", which was killed");
      }
    } catch (IOException e) {
      messages.accept("could not clean up after an earlier run: " + e);
    }
    try {
      return RunFolder.create(results, Instant.now(), lock.file());
    } catch (IOException e) {
      throw new InvalidInputException(
          RunOptions.RESULTS + " " + results + " cannot be written: " + e, e);
    }
  }
}
