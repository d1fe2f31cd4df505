package snapbench.testee.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Refusal;
import snapbench.testee.http.Connection.Answer;
import snapbench.testee.snapshot.UnsupportedSnapshotException;

/**
 * A small web endpoint. Every answer is one JSON object: what the route returns with status 200, or
 * a {@link Refusal}: 400 for a wrong request, 401 without the token, 403 for a foreign name or
 * origin, 404 and 405 naming what exists, 431 for one that is too long, 500 for a failure, 501 for
 * what the driver cannot do. NaN is written as a string. Anybody on the machine can connect: so the
 * token comes first, and what strangers send is bounded in bytes, in time and in connections.
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

  private static final int BACKLOG = 50;

  /** How many connections there may be that have not borne the token. */
  private static final int STRANGERS = 64;

  private static final Duration HEAD_LIMIT = Duration.ofSeconds(10);

  private final Map<String, Mapping> mappings = new TreeMap<>();
  private final Set<Connection> connections = new LinkedHashSet<>();
  private final ServerSocket server;
  private final Admission admission;
  private final Duration headLimit;

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
    this(port, token, HEAD_LIMIT);
  }

  Endpoint(int port, @Nullable String token, Duration headLimit) throws IOException {
    this.headLimit = headLimit;
    this.server = new ServerSocket(port, BACKLOG, loopback());
    this.admission = new Admission(token, server.getLocalPort());
  }

  /** Adds a route. */
  public Endpoint route(String method, String path, Route route) {
    mappings.put(path, new Mapping(method, route));
    return this;
  }

  /** The port it is bound to. */
  public int port() {
    return server.getLocalPort();
  }

  /** Begins to answer, on a thread that keeps the process alive until this is closed. */
  public void start() {
    new Thread(this::accept, "http").start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Connection connection = new Connection(server.accept(), headLimit, admission, this::answer);
        register(connection);
        Thread thread = new Thread(() -> serve(connection), "http-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        if (!server.isClosed()) {
          System.err.println("testee: a connection failed: " + e);
        }
      }
    }
  }

  /** A stranger that comes when there are enough takes the place of the one that came first. */
  private void register(Connection connection) throws IOException {
    Connection displaced = null;
    synchronized (connections) {
      List<Connection> strangers = connections.stream().filter(each -> !each.isTrusted()).toList();
      if (strangers.size() >= STRANGERS) {
        displaced = strangers.get(0);
        connections.remove(displaced);
      }
      connections.add(connection);
    }
    if (displaced != null) {
      displaced.close();
    }
  }

  private void serve(Connection connection) {
    try {
      connection.serve();
    } finally {
      synchronized (connections) {
        connections.remove(connection);
      }
    }
  }

  /** Stops answering; requests under way get no answer. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      System.err.println("testee: the endpoint cannot be closed: " + e);
    }
  }

  private Answer answer(RequestHead request) {
    Mapping mapping = mappings.get(request.path());
    if (mapping == null) {
      return Answer.refusal(404, request.path() + " does not exist; there is " + catalogue());
    }
    if (!mapping.method.equals(request.method())) {
      String reason = request.method() + " is not for this path; there is " + catalogue();
      return new Answer(405, mapping.method, new Refusal(false, reason));
    }
    return answer(mapping.route, request.rawQuery());
  }

  private static Answer answer(Route route, @Nullable String rawQuery) {
    try {
      return new Answer(200, null, route.answer(QueryString.parse(rawQuery)));
    } catch (IllegalArgumentException e) {
      return Answer.refusal(400, String.valueOf(e.getMessage()));
    } catch (UnsupportedSnapshotException e) {
      return Answer.refusal(501, String.valueOf(e.getMessage()));
    } catch (Exception | LinkageError | VirtualMachineError | AssertionError e) {
      return Answer.refusal(500, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private String catalogue() {
    return mappings.entrySet().stream()
        .map(entry -> entry.getValue().method + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
