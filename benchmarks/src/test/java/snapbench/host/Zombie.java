package snapbench.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process on Linux that has ended and of which its parent, who goes on, does not ask. */
public final class Zombie implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(10);

  private final Process parent;
  private final ProcessHandle handle;

  private Zombie(Process parent, ProcessHandle handle) {
    this.parent = parent;
    this.handle = handle;
  }

  /** Makes one. */
  public static Zombie make() throws IOException {
    // the program that takes the shell's place never asks what became of the shell's child
    Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 61").start();
    BufferedReader output = parent.inputReader(StandardCharsets.UTF_8);
    ProcessHandle child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    await(parent.pid(), "Name:\tsleep");
    child.destroyForcibly();
    await(child.pid(), "State:\tZ");
    return new Zombie(parent, child);
  }

  private static void await(long pid, String line) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    long start = System.nanoTime();
    while (!Files.readString(status).contains(line)) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IOException("waited in vain for " + line);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Its handle, which the JDK says is alive. */
  public ProcessHandle handle() {
    return handle;
  }

  @Override
  public void close() {
    parent.destroyForcibly();
  }
}
