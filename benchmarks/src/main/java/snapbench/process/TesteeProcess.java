package snapbench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.LedgerTexts;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;

/** A running testee JVM, which is talked to over HTTP. */
public final class TesteeProcess implements Testee {
  /** JVMs that do not have the command, and HotSpot where the C library is not glibc. */
  private static final Set<Object> NOT_TRIMMED = Set.of("unknown", "Not available.");

  private static final int READY_LINE_BYTES = 1 << 24;

  private final TesteeCommandLine command;
  private final ChildProcess child;
  private final String token;
  private final CompletableFuture<Ready> ready = new CompletableFuture<>();

  private TesteeProcess(TesteeCommandLine command, ChildProcess child, String token) {
    this.command = command;
    this.child = child;
    this.token = token;
    OutputTail unused =
        new OutputTail("testee-stdout", child.stdout(), READY_LINE_BYTES, this::readReadyLine);
  }

  /**
   * Starts a testee; {@link #awaitReady()} waits for it.
   *
   * @param log sees each line of its stderr, for instance the progress of filling
   * @throws IOException if the process cannot be started
   */
  public static TesteeProcess start(TesteeCommandLine command, Consumer<String> log)
      throws IOException {
    return start(command, TesteeLimits.ofSystemProperties(), log);
  }

  /** The same with limits of its own. */
  public static TesteeProcess start(
      TesteeCommandLine command, TesteeLimits limits, Consumer<String> log) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Map<String, String> environment = new TreeMap<>(command.environment());
    environment.put(Protocol.TOKEN_VARIABLE, token);
    ChildProcess child =
        ChildProcess.start(
            command.line(), environment, command.folder(), command.folder(), limits, log);
    return new TesteeProcess(command, child, token);
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

  @Override
  public Ready awaitReady() throws IOException, InterruptedException {
    while (true) {
      try {
        return ready.get(50, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw new TesteeException(String.valueOf(e.getMessage()));
      } catch (TimeoutException e) {
        if (!child.isAlive()) {
          throw child.death("before it was ready");
        }
        if (child.isSilentTooLong()) {
          throw child.failure(
              "the testee was not ready and silent for "
                  + TesteeLimits.seconds(child.limits().silence()));
        }
      }
    }
  }

  @Override
  public CycleReport cycle(String snapshot, String activity)
      throws IOException, InterruptedException {
    String path = "/dumpdb?snapshot=" + snapshot + "&activity=" + activity;
    return ask(path, client -> client.post(path, CycleReport.class));
  }

  @Override
  public void collect() throws IOException, InterruptedException {
    ask("/gc", client -> client.post("/gc", Object.class));
  }

  @Override
  public boolean trim() throws IOException, InterruptedException {
    Object answer = ask("/trim", client -> client.post("/trim", Object.class));
    return answer instanceof Map<?, ?> fields && !NOT_TRIMMED.contains(fields.get("trimmed"));
  }

  @Override
  public OwnMemory memory() throws IOException, InterruptedException {
    String path = "/memory?ledger=true";
    return new OwnMemory.OfJvm(ask(path, client -> client.get(path, LedgerTexts.class)));
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
    } catch (HttpTimeoutException e) {
      throw child.failure(
          "the testee did not answer %s within %s"
              .formatted(path, TesteeLimits.seconds(child.limits().request())));
    } catch (IOException e) {
      if (child.awaitExit()) {
        throw child.death("in the middle of " + path);
      }
      throw child.failure("the testee did not answer " + path + ": " + e);
    }
  }

  private TesteeClient client() {
    Ready known = ready.getNow(null);
    if (known == null) {
      throw new IllegalStateException("the testee is not ready yet");
    }
    return new TesteeClient(known.port(), token, child.limits().request());
  }

  @Override
  public long pid() {
    return child.pid();
  }

  @Override
  public List<String> commandLine() {
    return command.line();
  }

  @Override
  public OptionalInt end() throws IOException, InterruptedException {
    return child.end();
  }

  /** Ends the process, first by the end of its stdin, then by force; removes its folder. */
  @Override
  public void close() throws IOException {
    child.close();
  }
}
