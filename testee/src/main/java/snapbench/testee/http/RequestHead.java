package snapbench.testee.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a request's body, of which no more than {@value #LIMIT_BYTES} bytes is held.
 *
 * @param method in capitals
 * @param path what is asked for
 * @param rawQuery what follows the question mark; null for nothing
 * @param headers by name in small letters
 * @param keepsAlive whether another request may follow
 */
record RequestHead(
    String method,
    String path,
    @Nullable String rawQuery,
    Map<String, String> headers,
    boolean keepsAlive) {
  static final int LIMIT_BYTES = 8_192;

  /** Those that decide who asks, and how much follows. */
  private static final List<String> ONCE =
      List.of("authorization", "content-length", "host", "origin", "transfer-encoding");

  /** A request that cannot be understood. */
  static final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    MalformedException(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * Reads one, and no byte of its body.
   *
   * @param first its first byte
   * @throws MalformedException if it is too long, or none
   */
  static RequestHead read(int first, InputStream input) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(first);
    boolean emptyLine = false;
    for (int last = first; !emptyLine; ) {
      int next = input.read();
      if (next < 0) {
        throw new EOFException("in the middle of a request");
      }
      if (next != '\r') {
        emptyLine = next == '\n' && last == '\n';
        last = next;
        head.write(next);
      }
      if (head.size() > LIMIT_BYTES) {
        throw new MalformedException(431, "more than " + LIMIT_BYTES + " bytes before the body");
      }
    }
    return parse(head.toString(StandardCharsets.ISO_8859_1));
  }

  private static RequestHead parse(String text) throws MalformedException {
    String[] lines = text.split("\n", 0);
    String[] words = lines.length == 0 ? new String[0] : lines[0].split(" ", -1);
    if (words.length != 3 || !words[1].startsWith("/") || !words[2].matches("HTTP/1\\.[01]")) {
      throw new MalformedException(400, "no request of HTTP/1.1");
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      if (!name.matches("[!-~]+")) {
        throw new MalformedException(400, "a header that is none");
      }
      String earlier = headers.put(name, lines[i].substring(colon + 1).strip());
      if (earlier != null && ONCE.contains(name)) {
        throw new MalformedException(400, "more than one header " + name);
      }
    }
    String[] target = words[1].split("\\?", 2);
    return new RequestHead(
        words[0],
        target[0],
        target.length == 1 ? null : target[1],
        Map.copyOf(headers),
        words[2].endsWith("1") && !"close".equalsIgnoreCase(headers.get("connection")));
  }

  /** Whether a body may follow. */
  boolean hasBody() {
    return headers.containsKey("transfer-encoding")
        || !headers.getOrDefault("content-length", "0").equals("0");
  }
}
