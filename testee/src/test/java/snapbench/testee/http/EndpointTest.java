package snapbench.testee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others on the machine, and pages in a browser, can ask of it: by bytes on a socket. */
final class EndpointTest {
  private static final String BEARER = "Authorization: Bearer secret\r\n";
  private static final int LIMIT_MILLIS = 30_000;

  private final List<Socket> sockets = new ArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private Endpoint withToken;
  private Endpoint open;

  @BeforeEach
  void start() throws IOException {
    withToken = endpoint("secret");
    open = endpoint(null);
  }

  private Endpoint endpoint(@Nullable String token) throws IOException {
    Endpoint endpoint =
        new Endpoint(0, token, Duration.ofMillis(1_500))
            .route("GET", "/health", query -> Map.of("status", "ready"))
            .route("POST", "/dumpdb", query -> Map.of("cycle", 1))
            .route("POST", "/slow", query -> slow())
            .route(
                "POST",
                "/broken",
                query -> {
                  throw new OutOfMemoryError("Java heap space");
                });
    endpoint.start();
    return endpoint;
  }

  private Object slow() throws InterruptedException {
    asked.countDown();
    mayAnswer.await();
    return Map.of("slow", true);
  }

  @AfterEach
  void stop() throws IOException {
    mayAnswer.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    withToken.close();
    open.close();
  }

  private Socket connect(Endpoint endpoint) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    socket.setSoTimeout(LIMIT_MILLIS);
    sockets.add(socket);
    return socket;
  }

  private Socket send(Endpoint endpoint, String text) throws IOException {
    Socket socket = connect(endpoint);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String host(Endpoint endpoint) {
    return "Host: 127.0.0.1:" + endpoint.port() + "\r\n";
  }

  /** The first line and what follows the head, up to the end of the line. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream input = socket.getInputStream();
    for (int next = input.read(); next >= 0; next = input.read()) {
      text.append((char) next);
      if (next == '\n' && text.indexOf("\r\n\r\n") > 0 && text.charAt(text.length() - 2) == '}') {
        break;
      }
    }
    return text.toString();
  }

  private static void assertStatus(Socket socket, int status) throws IOException {
    assertThat(answer(socket)).startsWith("HTTP/1.1 " + status + " ");
  }

  /** Whether the other side has closed it, within the time limit of a read. */
  private static boolean isClosed(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Test
  void refusesWhoDoesNotBearTheTokenBeforeAnyByteOfABodyIsThere() throws IOException {
    String start = "POST /dumpdb HTTP/1.1\r\n" + host(withToken);
    assertStatus(send(withToken, start + "Content-Length: 900000000000\r\n\r\n"), 401);
    assertStatus(send(withToken, start + "Transfer-Encoding: chunked\r\n\r\n"), 401);
    assertStatus(
        send(withToken, start + "Authorization: Bearer \r\nContent-Length: 9\r\n\r\n"), 401);
    assertStatus(send(withToken, "GET /nowhere HTTP/1.1\r\n" + host(withToken) + "\r\n"), 401);
  }

  @Test
  void answersWhoBearsItWithoutReadingABody() throws IOException {
    Socket socket =
        send(
            withToken,
            "POST /dumpdb HTTP/1.1\r\n"
                + host(withToken)
                + BEARER
                + "Content-Length: 9999\r\n\r\n");
    assertThat(answer(socket)).startsWith("HTTP/1.1 200 ").contains("Connection: close");
    assertThat(isClosed(socket)).isTrue();
  }

  @Test
  void answersSeveralRequestsOnOneConnection() throws IOException {
    String request = "GET /health HTTP/1.1\r\n" + host(withToken) + BEARER + "\r\n";
    Socket socket = send(withToken, request);
    assertStatus(socket, 200);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    assertStatus(socket, 200);
  }

  @Test
  void holdsNoMoreOfARequestThanItsLimit() throws IOException {
    String start = "GET /health HTTP/1.1\r\n" + host(open);
    assertStatus(send(open, start + "X-Long: " + "x".repeat(9_000)), 431);
    assertStatus(send(open, start + "X: y\r\n".repeat(2_000)), 431);
    assertStatus(send(open, "GET /" + "x".repeat(9_000)), 431);
    assertStatus(send(open, start + "X-Long: " + "x".repeat(4_000) + "\r\n\r\n"), 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://127.0.0.1/health HTTP/1.1\r\n\r\n",
        "GET /health\r\n\r\n",
        "\r\n\r\n",
        "GET /health HTTP/2\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /health HTTP/1.1\r\nnothing\r\n\r\n",
        "GET /health HTTP/1.1\r\n Host: folded\r\n\r\n"
      })
  void refusesWhatIsNoRequest(String text) throws IOException {
    assertStatus(send(open, text), 400);
  }

  @Test
  void endsAConnectionThatIsTooSlow() throws IOException {
    Socket silent = connect(open);
    Socket halfway = send(open, "GET /health HT");
    assertThat(isClosed(silent)).isTrue();
    assertThat(isClosed(halfway)).isTrue();
  }

  @Test
  void goesOnForWhoBearsTheTokenWhateverTheNumberOfStrangers() throws Exception {
    String bearing = " HTTP/1.1\r\n" + host(withToken) + BEARER + "\r\n";
    Socket working = send(withToken, "POST /slow" + bearing);
    asked.await();
    List<Socket> strangers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      strangers.add(send(withToken, "GET /health HT"));
    }
    assertThat(isClosed(strangers.get(0))).isTrue();
    assertStatus(send(withToken, "GET /health" + bearing), 200);
    mayAnswer.countDown();
    assertStatus(working, 200);
  }

  @Test
  void answersToNamesOfTheLoopbackOnly() throws IOException {
    int port = open.port();
    for (String host : List.of("127.0.0.1:" + port, "localhost:" + port, "LocalHost:" + port)) {
      assertStatus(send(open, "POST /dumpdb HTTP/1.1\r\nHost: " + host + "\r\n\r\n"), 200);
    }
    for (String host :
        List.of(
            "rebound.example:" + port,
            "127.0.0.1",
            "localhost",
            "127.0.0.1:" + (port ^ 1),
            "127.0.0.1.example:" + port,
            "localhost.example:" + port,
            "2130706433:" + port,
            "user@127.0.0.1:" + port,
            "")) {
      String answer = answer(send(open, "GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
      assertThat(answer).startsWith("HTTP/1.1 403 ").contains("127.0.0.1:" + port);
    }
    assertStatus(send(open, "GET /health HTTP/1.1\r\n\r\n"), 403);
  }

  @Test
  void refusesPagesOfAnotherOrigin() throws IOException {
    String start = "POST /dumpdb HTTP/1.1\r\n" + host(open) + "Origin: ";
    int port = open.port();
    for (String origin :
        List.of(
            "http://attacker.example",
            "http://127.0.0.1",
            "https://127.0.0.1:" + port,
            "http://127.0.0.1:" + (port ^ 1),
            "http://127.0.0.1:" + port + ".example",
            "null",
            "")) {
      assertStatus(send(open, start + origin + "\r\n\r\n"), 403);
    }
    assertStatus(send(open, start + "http://localhost:" + port + "\r\n\r\n"), 200);
    assertStatus(
        send(open, "GET /memory HTTP/1.1\r\n" + host(open) + "Sec-Fetch-Site: cross-site\r\n\r\n"),
        403);
  }

  @Test
  void answersForAnErrorOfTheDrivers() throws IOException {
    String answer = answer(send(open, "POST /broken HTTP/1.1\r\n" + host(open) + "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 500 ").contains("OutOfMemoryError: Java heap space");
  }

  @Test
  void namesTheMethodThatThereIs() throws IOException {
    String answer = answer(send(open, "PUT /health HTTP/1.1\r\n" + host(open) + "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET");
  }
}
