package snapbench.cli.testee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.files.FileTrees;
import snapbench.run.loop.Interruption;

/** What a command does in a temporary folder, which is gone afterwards, however it ends. */
public interface TemporaryWork {
  /**
   * Does it, on the calling thread, which is interrupted if the process is told to end.
   *
   * @param interruption knows whether it is
   * @return the exit code
   */
  int in(Path folder, Interruption interruption) throws Exception;

  /**
   * Does it in a new folder.
   *
   * @param prefix of the folder's name
   * @param streams where to say that the folder cannot be removed
   * @return the work's exit code, or that of an interrupted process
   */
  static int run(String prefix, Streams streams, TemporaryWork work) throws Exception {
    try (Interruption interruption = Interruption.listen()) {
      interruption.workHere();
      Path folder = Files.createTempDirectory(prefix);
      interruption.cleanUpWith(() -> remove(folder, streams));
      try {
        return work.in(folder, interruption);
      } catch (Exception e) {
        if (interruption.isRequested()) {
          return ExitCode.INTERRUPTED.number();
        }
        throw e;
      } finally {
        remove(folder, streams);
      }
    }
  }

  private static void remove(Path folder, Streams streams) {
    try {
      FileTrees.delete(folder);
    } catch (IOException e) {
      streams.say("cannot remove " + folder + ": " + e);
    }
  }
}
