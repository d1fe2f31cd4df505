package snapbench.process;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.process.ProtocolLines.Item;
import snapbench.testee.api.Ready;

/**
 * Requests to a program's stdin and their answers from its stdout, a JSON object a line each. Each
 * way in which a program can break the contract has a message of its own.
 */
public final class LineProtocolClient {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ChildProcess child;
  private final ProtocolLines lines;
  private long lastId;

  LineProtocolClient(ChildProcess child) {
    this.child = child;
    this.lines = new ProtocolLines(child.stdout());
  }

  /**
   * Waits for the READY line.
   *
   * @return what follows the word
   */
  String awaitReady() throws IOException, InterruptedException {
    long start = System.nanoTime();
    String when = ChildProcess.BEFORE_READY;
    while (true) {
      Item item = lines.next(child.isAlive() ? POLL : LAST_WORDS);
      if (item != null) {
        String line = line(item, when);
        if (line.startsWith(Ready.PREFIX)) {
          return line.substring(Ready.PREFIX.length());
        }
        throw child.failure(
            "the testee printed to stdout, where only READY belongs, %s: %s"
                .formatted(when, StrictJsonObject.shortened(line)));
      }
      child.requireSignOfLife();
      Duration limit = child.limits().ready();
      if (System.nanoTime() - start > limit.toNanos()) {
        throw child.failure("the testee was not ready after " + TesteeLimits.seconds(limit));
      }
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param request its name
   * @param arguments its other fields
   * @throws UnsupportedCycleException if the program answers that it cannot do it
   * @throws TesteeException if it answers with an error, with anything else, or not at all
   */
  synchronized StrictJsonObject ask(String request, Map<String, String> arguments)
      throws IOException, InterruptedException {
    String what = request + described(arguments);
    Item unasked = lines.poll();
    if (unasked != null) {
      throw unasked(line(unasked, "before " + what));
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("id", ++lastId).put("request", request);
    arguments.forEach(object::put);
    send(object.toString(), what);
    return judged(parsed(receive(what), what), what);
  }

  private static String described(Map<String, String> arguments) {
    return new TreeMap<>(arguments)
        .entrySet().stream().map(each -> " " + each).collect(Collectors.joining());
  }

  private StrictJsonObject judged(StrictJsonObject answer, String what)
      throws TesteeException, InterruptedException {
    if (answer.object().path("id").asLong(-1) != lastId) {
      throw floodOr(
          "the testee answered request %d (%s) with the id %s"
              .formatted(lastId, what, answer.object().path("id")));
    }
    if (answer.has("unsupported")) {
      throw new UnsupportedCycleException(answer.object().path("unsupported").asText());
    }
    if (answer.has("error")) {
      throw child.failure(
          "the testee answered %s with an error: %s"
              .formatted(what, answer.object().path("error").asText()));
    }
    return answer;
  }

  /**
   * Sends a line as it is and waits for one.
   *
   * @param what it is, for messages
   */
  public synchronized String exchange(String line, String what)
      throws IOException, InterruptedException {
    send(line, what);
    return receive(what);
  }

  private void send(String line, String what) throws IOException, InterruptedException {
    try {
      child.stdin().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      child.stdin().flush();
    } catch (IOException e) {
      throw child.deathOr("before " + what, "the testee closed its stdin before " + what);
    }
  }

  /**
   * Waits for a line.
   *
   * @param what it answers, for messages
   */
  public synchronized String receive(String what) throws IOException, InterruptedException {
    Duration limit = child.limits().request();
    Item item = lines.next(limit);
    if (item == null) {
      throw child.failure(
          "the testee did not answer %s within %s".formatted(what, TesteeLimits.seconds(limit)));
    }
    String line = line(item, "in the middle of " + what);
    if (line.startsWith(Ready.PREFIX)) {
      throw unasked(line);
    }
    return line;
  }

  /** A line that waits although nobody asked for it; null if there is none. */
  public @Nullable String unasked() {
    Item item = lines.poll();
    return item == null || item.kind() == ProtocolLines.Kind.END ? null : item.text();
  }

  private TesteeException unasked(String line) throws InterruptedException {
    return floodOr(
        line.startsWith(Ready.PREFIX)
            ? "the testee printed READY twice"
            : "the testee printed to stdout what nobody asked for: "
                + StrictJsonObject.shortened(line));
  }

  /** What is wrong with a line; or, where many more follow, that it was one of a flood. */
  private TesteeException floodOr(String what) throws InterruptedException {
    Duration limit = child.limits().more();
    Item next = lines.next(limit);
    for (int more = 1; next != null && next.kind() == ProtocolLines.Kind.LINE; more++) {
      if (more == ProtocolLines.WAITING) {
        return flood(ProtocolLines.flood());
      }
      next = lines.next(limit);
    }
    return next != null && next.kind() == ProtocolLines.Kind.FLOOD
        ? flood(next)
        : child.failure(what);
  }

  private TesteeException flood(Item item) {
    return child.failure("the testee floods its stdout: " + item.text());
  }

  private StrictJsonObject parsed(String line, String what)
      throws TesteeException, InterruptedException {
    try {
      return StrictJsonObject.parse(line);
    } catch (StrictJsonObject.WrongException e) {
      throw floodOr("the testee answered %s with %s".formatted(what, e.getMessage()));
    }
  }

  private String line(Item item, String when) throws TesteeException, InterruptedException {
    return switch (item.kind()) {
      case LINE -> item.text();
      case FLOOD -> throw flood(item);
      case END ->
          throw child.deathOr(when, "the testee closed its stdout " + when + " and goes on");
    };
  }
}
