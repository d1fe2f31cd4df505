package snapbench.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import snapbench.testee.api.Refusal;

/** Talks to a testee's endpoint. */
final class TesteeClient {
  private static final int NOT_IMPLEMENTED = 501;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final int port;
  private final String token;
  private final Duration limit;

  /**
   * For an endpoint.
   *
   * @param limit how long an answer may take
   */
  TesteeClient(int port, String token, Duration limit) {
    this.port = port;
    this.token = token;
    this.limit = limit;
  }

  <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
    return send("GET", path, type);
  }

  <T> T post(String path, Class<T> type) throws IOException, InterruptedException {
    return send("POST", path, type);
  }

  private <T> T send(String method, String path, Class<T> type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .timeout(limit)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
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
