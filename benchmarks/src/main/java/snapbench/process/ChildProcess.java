package snapbench.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import snapbench.files.FileTrees;
import snapbench.testee.api.Ready;

/**
 * A testee's process, whatever its language: the tail of its stderr is in every failure. Closing it
 * ends the process, and those that it started, and removes its folder, whatever state it is in.
 */
final class ChildProcess implements AutoCloseable {
  /** When it failed, for messages. */
  static final String BEFORE_READY = "before it was ready";

  private static final List<String> JVM_FAILED =
      List.of(
          "Error: Could not create the Java Virtual Machine.",
          "Error: A fatal exception has occurred. Program will exit.");

  private static final int LINE_BYTES = 8_192;

  /** One that the kernel holds in a call does not end even when it is killed. */
  private static final long KILL_LIMIT_SECONDS = 5;

  private final Process process;
  private final Path folder;
  private final TesteeLimits limits;
  private final Consumer<String> log;
  private final OutputTail stderr;
  private @Nullable OutputTail stdout;
  private boolean closed;

  private ChildProcess(Process process, Path folder, TesteeLimits limits, Consumer<String> log) {
    this.process = process;
    this.folder = folder;
    this.limits = limits;
    this.log = log;
    this.stderr = new OutputTail("testee-stderr", process.getErrorStream(), LINE_BYTES, log);
  }

  /**
   * Starts it.
   *
   * @param launcher its command line, its variables, and the folder that is removed with it
   * @param added variables besides, which are on no record
   * @param log sees each line of its stderr, and what is to be said of its end
   */
  static ChildProcess start(
      TesteeLauncher launcher, Map<String, String> added, TesteeLimits limits, Consumer<String> log)
      throws IOException {
    Path working = Files.createDirectories(launcher.workingFolder());
    ProcessBuilder builder = new ProcessBuilder(launcher.line()).directory(working.toFile());
    builder.environment().putAll(launcher.environment());
    builder.environment().putAll(added);
    try {
      return new ChildProcess(builder.start(), launcher.folder(), limits, log);
    } catch (IOException e) {
      FileTrees.delete(launcher.folder());
      throw e;
    }
  }

  InputStream stdout() {
    return process.getInputStream();
  }

  /** Says who reads its stdout: a JVM that cannot start says there why. */
  void isReadBy(OutputTail reader) {
    stdout = reader;
  }

  OutputStream stdin() {
    return process.getOutputStream();
  }

  long pid() {
    return process.pid();
  }

  TesteeLimits limits() {
    return limits;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * While it is not ready.
   *
   * @throws TesteeException if it has ended, or said nothing on stderr for longer than it may
   */
  void requireSignOfLife() throws TesteeException, InterruptedException {
    if (!process.isAlive()) {
      throw death(BEFORE_READY);
    }
    if (stderr.silentNanos() > limits.silence().toNanos()) {
      throw failure(
          "the testee was not ready and silent for " + TesteeLimits.seconds(limits.silence()));
    }
  }

  private boolean awaitExit() throws InterruptedException {
    return process.waitFor(limits.exit().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Of a process that has ended, with what it said last. */
  TesteeException death(String when) throws InterruptedException {
    stderr.awaitEnd();
    int code = process.exitValue();
    String signal = code > 128 ? " (signal " + (code - 128) + ")" : "";
    return failure("the testee ended %s, exit code %d%s".formatted(when, code, signal));
  }

  /** What a process that has ended said last. */
  String lastLine() throws InterruptedException {
    stderr.awaitEnd();
    String tail = stderr.text();
    return tail.substring(tail.lastIndexOf('\n') + 1);
  }

  /** Of one that broke off: how it ended or, if it goes on, what it did. */
  TesteeException deathOr(String when, String what) throws InterruptedException {
    return awaitExit() ? death(when) : failure(what);
  }

  /** Of whatever it did, with what it said last. */
  TesteeException failure(String what) {
    String all = (stdout == null ? "" : stdout.text() + "\n") + stderr.text();
    List<String> lines = all.lines().filter(line -> !line.isBlank() && !isOfNoUse(line)).toList();
    if (lines.isEmpty()) {
      return new TesteeException(what + "; it printed nothing");
    }
    return new TesteeException(
        what + "; the end of its output:\n" + String.join("\n", lines),
        what + ": " + lines.get(lines.size() - 1));
  }

  /** What a JVM says whatever went wrong, what the harness asked for, and frames of a stack. */
  private static boolean isOfNoUse(String line) {
    return line.startsWith(Ready.PREFIX)
        || JVM_FAILED.contains(line)
        || line.startsWith("\tat ")
        || line.startsWith("\t... ");
  }

  /**
   * Ends it by the end of its stdin.
   *
   * @return its exit code; empty if it goes on
   */
  OptionalInt end() throws IOException, InterruptedException {
    stdin().close();
    return awaitExit() ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
  }

  /** Whoever closes it, too, waits for that. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    List<ProcessHandle> started = process.descendants().toList();
    boolean interrupted = false;
    try {
      if (process.isAlive() && end().isEmpty()) {
        log.accept(
            "killed, since it had not ended %s after its stdin had"
                .formatted(TesteeLimits.seconds(limits.exit())));
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
      // an interrupt does not end this, so that nothing is written to the folder any more
      process.onExit().completeOnTimeout(process, KILL_LIMIT_SECONDS, TimeUnit.SECONDS).join();
      FileTrees.delete(folder);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
