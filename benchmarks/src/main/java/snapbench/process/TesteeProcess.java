package snapbench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.LedgerTexts;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;

/**
 * A running testee. Closing it ends the process and removes its folder, whatever state it is in.
 */
public final class TesteeProcess implements AutoCloseable {
  /** How long a testee may say nothing before it is ready; it reports progress every second. */
  private static final Duration SILENCE_LIMIT = Duration.ofMinutes(2);

  private static final Duration EXIT_LIMIT = Duration.ofSeconds(2);

  private final TesteeCommandLine command;
  private final Process process;
  private final String token;
  private final CompletableFuture<Ready> ready = new CompletableFuture<>();
  private final OutputTail stdout;
  private final OutputTail stderr;
  private volatile boolean closed;

  private TesteeProcess(
      TesteeCommandLine command, Process process, String token, Consumer<String> log) {
    this.command = command;
    this.process = process;
    this.token = token;
    this.stdout = new OutputTail("testee-stdout", process.getInputStream(), this::readReadyLine);
    this.stderr = new OutputTail("testee-stderr", process.getErrorStream(), log);
  }

  /**
   * Starts a testee; {@link #awaitReady()} waits for it.
   *
   * @param log sees each line of its stderr, for instance the progress of filling
   * @throws IOException if the process cannot be started
   */
  public static TesteeProcess start(TesteeCommandLine command, Consumer<String> log)
      throws IOException {
    Files.createDirectories(command.folder());
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    ProcessBuilder builder =
        new ProcessBuilder(command.line()).directory(command.folder().toFile());
    builder.environment().putAll(command.environment());
    builder.environment().put(Protocol.TOKEN_VARIABLE, token);
    return new TesteeProcess(command, builder.start(), token, log);
  }

  private void readReadyLine(String line) {
    if (line.startsWith(Ready.PREFIX)) {
      try {
        ready.complete(
            new ObjectMapper().readValue(line.substring(Ready.PREFIX.length()), Ready.class));
      } catch (JsonProcessingException e) {
        ready.completeExceptionally(
            new TesteeException("the testee's READY line cannot be read: " + e.getMessage()));
      }
    }
  }

  /**
   * Waits until the database is filled and the endpoint answers.
   *
   * @throws TesteeException if the testee ends before, or shows no sign of life for 120 s
   */
  public Ready awaitReady() throws IOException, InterruptedException {
    while (true) {
      try {
        return ready.get(50, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new TesteeException(String.valueOf(e.getMessage()));
      } catch (TimeoutException e) {
        if (!process.isAlive()) {
          throw death("before it was ready");
        }
        if (stderr.silentNanos() > SILENCE_LIMIT.toNanos()) {
          throw new TesteeException(
              "the testee was not ready and silent for %d s%s"
                  .formatted(SILENCE_LIMIT.toSeconds(), outputTail()));
        }
      }
    }
  }

  /**
   * Runs one cycle.
   *
   * @param snapshot label of the snapshot's kind, or {@code none}
   * @param activity label of the activity
   * @throws UnsupportedCycleException if the driver cannot do it
   * @throws TesteeException if the cycle failed or the testee ended
   */
  public CycleReport cycle(String snapshot, String activity)
      throws IOException, InterruptedException {
    String path = "/dumpdb?snapshot=" + snapshot + "&activity=" + activity;
    return ask(path, client -> client.post(path, CycleReport.class));
  }

  /** Has the testee run one full garbage collection. */
  public void collect() throws IOException, InterruptedException {
    ask("/gc", client -> client.post("/gc", Object.class));
  }

  /** Has the testee's C library return free memory to the system, as far as it can. */
  public void trim() throws IOException, InterruptedException {
    ask("/trim", client -> client.post("/trim", Object.class));
  }

  /** What the testee knows of its native memory. */
  public LedgerTexts ledgerTexts() throws IOException, InterruptedException {
    String path = "/memory?ledger=true";
    return ask(path, client -> client.get(path, LedgerTexts.class));
  }

  /** A request to the testee. */
  private interface Request<T> {
    T send(TesteeClient client) throws IOException, InterruptedException;
  }

  private <T> T ask(String path, Request<T> request) throws IOException, InterruptedException {
    try {
      return request.send(client());
    } catch (TesteeException e) {
      throw e;
    } catch (IOException e) {
      if (process.waitFor(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw death("in the middle of " + path);
      }
      throw new TesteeException("the testee did not answer " + path + ": " + e + outputTail());
    }
  }

  private TesteeClient client() {
    Ready known = ready.getNow(null);
    if (known == null) {
      throw new IllegalStateException("the testee is not ready yet");
    }
    return new TesteeClient(known.port(), token);
  }

  private TesteeException death(String when) throws InterruptedException {
    stdout.awaitEnd();
    stderr.awaitEnd();
    return new TesteeException(
        "the testee ended %s, exit code %d%s%s"
            .formatted(when, process.exitValue(), signal(process.exitValue()), outputTail()));
  }

  private static String signal(int exitCode) {
    return exitCode > 128 ? " (signal " + (exitCode - 128) + ")" : "";
  }

  private String outputTail() {
    String tail = stderr.text();
    return tail.isEmpty() ? "; it printed nothing" : "; the end of its output:\n" + tail;
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The command line it was started with. */
  public List<String> commandLine() {
    return command.line();
  }

  /** Ends the process, first by the end of its stdin, after 2 s by force; removes its folder. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = false;
    try {
      process.getOutputStream().close();
      if (!process.waitFor(EXIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
    } finally {
      Folders.remove(command.folder());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
