package snapbench.testee.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Refusal;
import snapbench.testee.snapshot.UnsupportedSnapshotException;

/**
 * A small web endpoint. Every answer is one JSON object: what the route returns with status 200, or
 * a {@link Refusal}: 400 for a wrong request, 401 without the token, 404 and 405 naming what
 * exists, 500 for a failure, 501 for what the driver cannot do. NaN is written as a string.
 */
public final class Endpoint implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  public interface Route {
    /**
     * Returns the record to answer with.
     *
     * @throws IllegalArgumentException if the query is wrong
     */
    Object answer(QueryString query) throws Exception;
  }

  private record Mapping(String method, Route route) {}

  private final Map<String, Mapping> mappings = new TreeMap<>();
  private final HttpServer server;
  private final ExecutorService threads;
  private final @Nullable String token;

  /**
   * Finds out early that a port is taken, without holding it: what is not ready is not to be
   * reached.
   *
   * @throws IllegalArgumentException if it is taken
   */
  public static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--port " + port + " cannot be had (" + e.getMessage() + "); choose another, or 0", e);
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /**
   * Binds 127.0.0.1; answers nothing before {@link #start()}.
   *
   * @param port a port, or 0 for one that is free
   * @param token what requests must bear ({@code Authorization: Bearer …}), or null for none
   * @throws IOException if the port is taken
   */
  public Endpoint(int port, @Nullable String token) throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
    this.token = token;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "http");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /** Adds a route. */
  public Endpoint route(String method, String path, Route route) {
    mappings.put(path, new Mapping(method, route));
    return this;
  }

  /** The port it is bound to. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Begins to answer. */
  public void start() {
    server.start();
  }

  /** Stops answering; requests under way get no answer. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Answer answer = answer(exchange);
      byte[] body = (JSON.std.asString(answer.body) + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private record Answer(int status, Object body) {
    static Answer refusal(int status, String reason) {
      return new Answer(status, new Refusal(status == 501, reason));
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!authorized(exchange)) {
      return Answer.refusal(401, "the bearer token is missing or wrong");
    }
    Mapping mapping = mappings.get(exchange.getRequestURI().getPath());
    if (mapping == null) {
      return Answer.refusal(
          404, exchange.getRequestURI().getPath() + " does not exist; there is " + catalogue());
    }
    if (!mapping.method.equals(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", mapping.method);
      return Answer.refusal(
          405, exchange.getRequestMethod() + " is not for this path; there is " + catalogue());
    }
    return answer(mapping.route, exchange.getRequestURI().getRawQuery());
  }

  private static Answer answer(Route route, @Nullable String rawQuery) {
    try {
      return new Answer(200, route.answer(QueryString.parse(rawQuery)));
    } catch (IllegalArgumentException e) {
      return Answer.refusal(400, oneLine(e));
    } catch (UnsupportedSnapshotException e) {
      return Answer.refusal(501, oneLine(e));
    } catch (Exception e) {
      return Answer.refusal(500, e.getClass().getSimpleName() + ": " + oneLine(e));
    }
  }

  private boolean authorized(HttpExchange exchange) {
    if (token == null) {
      return true;
    }
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private String catalogue() {
    return mappings.entrySet().stream()
        .map(entry -> entry.getValue().method + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String oneLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
  }
}
