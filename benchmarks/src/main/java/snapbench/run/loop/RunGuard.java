package snapbench.run.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.files.Executables;
import snapbench.files.OwnJvm;
import snapbench.results.folder.AbandonedRun;

/**
 * Cleans up after this process should it be killed while no fork is there to do so: a shell that
 * waits for the end of its input, which the kernel brings about however this process ends. Where
 * there is no shell, the next run cleans up.
 */
public final class RunGuard implements AutoCloseable {
  /** Signals to the whole process group must not end it before this process. */
  private static final String SCRIPT = "trap '' INT TERM HUP; read -r ended || exec \"$@\"";

  private final @Nullable Process shell;

  private RunGuard(@Nullable Process shell) {
    this.shell = shell;
  }

  /**
   * Guards the run's folder that this process is about to make.
   *
   * @param results the folder of all runs
   */
  public static RunGuard of(Path results) {
    Optional<Path> shell = Executables.find("sh");
    if (shell.isEmpty()) {
      return new RunGuard(null);
    }
    List<String> cleanUp =
        OwnJvm.command(
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            AbandonedRun.class.getName(),
            List.of(results.toString(), Long.toString(ProcessHandle.current().pid())));
    List<String> command =
        Stream.concat(Stream.of(shell.get().toString(), "-c", SCRIPT, "sh"), cleanUp.stream())
            .toList();
    try {
      return new RunGuard(
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException notPossible) {
      return new RunGuard(null);
    }
  }

  /** Says that the run has cleaned up itself. */
  @Override
  public void close() {
    if (shell == null) {
      return;
    }
    try (OutputStream in = shell.getOutputStream()) {
      in.write("ended\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException ended) {
      // it was killed, and leaves nothing to do
    }
  }
}
