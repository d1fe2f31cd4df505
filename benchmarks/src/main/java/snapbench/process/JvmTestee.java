package snapbench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import snapbench.model.OwnMemory;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.LedgerTexts;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;
import snapbench.testee.api.Refusal;

/** A running testee JVM, which is talked to over HTTP. */
public final class JvmTestee extends Testee {
  private static final int NOT_IMPLEMENTED = 501;

  /** JVMs that do not have the command, and HotSpot where the C library is not glibc. */
  private static final Set<Object> NOT_TRIMMED = Set.of("unknown", "Not available.");

  private static final int READY_LINE_BYTES = 1 << 24;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String token;
  private final CompletableFuture<Ready> ready = new CompletableFuture<>();

  private JvmTestee(JvmLauncher launcher, ChildProcess child, String token) {
    super(launcher, child);
    this.token = token;
    child.isReadBy(
        new OutputTail("testee-stdout", child.stdout(), READY_LINE_BYTES, this::readReadyLine));
  }

  static JvmTestee start(JvmLauncher launcher, TesteeLimits limits, Consumer<String> log)
      throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Map<String, String> secret = Map.of(Protocol.TOKEN_VARIABLE, token);
    return new JvmTestee(launcher, ChildProcess.start(launcher, secret, limits, log), token);
  }

  private void readReadyLine(String line) {
    if (line.startsWith(Ready.PREFIX)) {
      try {
        ready.complete(MAPPER.readValue(line.substring(Ready.PREFIX.length()), Ready.class));
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
        child.requireSignOfLife();
      }
    }
  }

  @Override
  public CycleReport cycle(String snapshot, String activity)
      throws IOException, InterruptedException {
    String path = "/dumpdb?snapshot=" + snapshot + "&activity=" + activity;
    return ask("POST", path, CycleReport.class);
  }

  @Override
  public void collect() throws IOException, InterruptedException {
    ask("POST", "/gc", Object.class);
  }

  @Override
  public boolean trim() throws IOException, InterruptedException {
    Object answer = ask("POST", "/trim", Object.class);
    return answer instanceof Map<?, ?> fields && !NOT_TRIMMED.contains(fields.get("trimmed"));
  }

  @Override
  public OwnMemory memory() throws IOException, InterruptedException {
    return new OwnMemory.OfJvm(ask("GET", "/memory?ledger=true", LedgerTexts.class));
  }

  private <T> T ask(String method, String path, Class<T> type)
      throws IOException, InterruptedException {
    HttpRequest request = request(method, path);
    try {
      return answer(path, CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()), type);
    } catch (TesteeException e) {
      throw e;
    } catch (HttpTimeoutException e) {
      throw child.failure(
          "the testee did not answer %s within %s"
              .formatted(path, TesteeLimits.seconds(child.limits().request())));
    } catch (IOException e) {
      throw child.deathOr(
          "in the middle of " + path, "the testee did not answer " + path + ": " + e);
    }
  }

  private HttpRequest request(String method, String path) {
    Ready known = ready.getNow(null);
    if (known == null) {
      throw new IllegalStateException("the testee is not ready yet");
    }
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + known.port() + path))
        .header("Authorization", "Bearer " + token)
        .timeout(child.limits().request())
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static <T> T answer(String path, HttpResponse<byte[]> response, Class<T> type)
      throws IOException {
    if (response.statusCode() == 200) {
      return MAPPER.readValue(response.body(), type);
    }
    Refusal refusal = MAPPER.readValue(response.body(), Refusal.class);
    if (response.statusCode() == NOT_IMPLEMENTED) {
      throw new UnsupportedCycleException(refusal.reason());
    }
    throw new TesteeException(
        "the testee answered %s with status %d: %s"
            .formatted(path, response.statusCode(), refusal.reason()));
  }
}
