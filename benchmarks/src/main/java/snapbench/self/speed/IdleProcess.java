package snapbench.self.speed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import snapbench.files.OwnJvm;

/** A JVM that does nothing until its standard input ends: something to read. */
final class IdleProcess implements AutoCloseable {
  private static final int SECONDS_TO_END = 5;

  private final Process process;

  private IdleProcess(Process process) {
    this.process = process;
  }

  /** Starts one from this JVM's own class path and waits until it idles. */
  static IdleProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                OwnJvm.command(List.of("-Xmx64m"), IdleProcess.class.getName(), List.of()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    IdleProcess idle = new IdleProcess(process);
    if (process.getInputStream().read() < 0) {
      idle.close();
      throw new IOException("a JVM to be read ended at once");
    }
    return idle;
  }

  long pid() {
    return process.pid();
  }

  /** Says that it idles, and then does. */
  public static void main(String[] args) throws IOException {
    System.out.write('\n');
    System.out.flush();
    if (System.in.read() >= 0) {
      throw new IOException("expected the end of the input");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
