package snapbench.cli.testee;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import snapbench.cli.terminal.ExitCode;
import snapbench.files.FileTrees;
import snapbench.run.loop.Interruption;

/** What a command does in a temporary folder, which is gone afterwards, however it ends. */
interface TemporaryWork {
  /**
   * Does it, on the calling thread, which is interrupted if the process is told to end.
   *
   * @return the exit code
   */
  int in(Path folder) throws Exception;

  /**
   * Does it in a new folder.
   *
   * @param prefix of the folder's name
   * @param err where to say that the folder cannot be removed
   * @return the work's exit code, or that of an interrupted process
   */
  static int run(String prefix, PrintStream err, TemporaryWork work) throws Exception {
    try (Interruption interruption = Interruption.listen()) {
      interruption.workHere();
      Path folder = Files.createTempDirectory(prefix);
      interruption.cleanUpWith(() -> remove(folder, err));
      try {
        return work.in(folder);
      } catch (Exception e) {
        if (interruption.isRequested()) {
          return ExitCode.INTERRUPTED.number();
        }
        throw e;
      } finally {
        remove(folder, err);
      }
    }
  }

  private static void remove(Path folder, PrintStream err) {
    try {
      FileTrees.delete(folder);
    } catch (IOException e) {
      err.println("snapbench: cannot remove " + folder + ": " + e);
    }
  }
}
