package snapbench.results.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import snapbench.results.files.JsonFiles;

/** What marks a run as one whose process is gone. */
final class RunMarks {
  private RunMarks() {}

  /** Lets a process be the run's owner, which started then. */
  static void sign(RunFolder folder, long pid, long startMillis) throws IOException {
    JsonFiles.write(folder.temporary().resolve("pid"), new Owner(pid, startMillis, null));
  }

  /** A process that has ended. */
  static long deadProcess() throws Exception {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process process = new ProcessBuilder(java, "--version").start();
    process.waitFor();
    return process.pid();
  }

  /** Makes a file or folder as old as can be. */
  static void makeOld(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }
}
