package snapbench.testee.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Refusal;

/**
 * One connection, on a thread of its own. Bodies are never held: what follows an answer is thrown
 * away for a moment, so that the other side can read the answer, and the connection is closed.
 */
final class Connection implements AutoCloseable {
  private static final long DRAIN_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int IDLE_LIMIT_MILLIS = 30_000;

  private final Socket socket;
  private final long headLimitNanos;
  private final Admission admission;
  private final Function<RequestHead, Answer> answers;
  private volatile boolean trusted;

  /** When what is being read must be there; null for no such time. */
  private @Nullable Long deadlineNanos;

  /**
   * What is answered.
   *
   * @param status of HTTP
   * @param allow the method that there is, with status 405; null otherwise
   * @param body written as JSON
   */
  record Answer(int status, @Nullable String allow, Object body) {
    static Answer refusal(int status, String reason) {
      return new Answer(status, null, new Refusal(status == 501, reason.replaceAll("\\s+", " ")));
    }
  }

  /**
   * Not served yet.
   *
   * @param headLimit how long all that stands before a request's body may take
   */
  Connection(
      Socket socket,
      Duration headLimit,
      Admission admission,
      Function<RequestHead, Answer> answers) {
    this.socket = socket;
    this.headLimitNanos = headLimit.toNanos();
    this.admission = admission;
    this.answers = answers;
  }

  /** Whether it has borne the token, or is being answered: nothing is to take its place. */
  boolean isTrusted() {
    return trusted;
  }

  /** Answers until it ends. */
  void serve() {
    try (socket) {
      // small answers are otherwise delayed by 40 ms (Nagle's algorithm)
      socket.setTcpNoDelay(true);
      InputStream input = new BufferedInputStream(new LimitedInput(socket), 1_024);
      deadlineNanos = System.nanoTime() + headLimitNanos;
      while (serveOne(input)) {
        deadlineNanos = null;
        socket.setSoTimeout(trusted ? 0 : IDLE_LIMIT_MILLIS);
      }
      socket.shutdownOutput();
      drain();
    } catch (IOException e) {
      // the other side is gone, or too slow; there is nobody to tell
    }
  }

  private final class LimitedInput extends FilterInputStream {
    LimitedInput(Socket socket) throws IOException {
      super(socket.getInputStream());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Long deadline = deadlineNanos;
      if (deadline != null) {
        socket.setSoTimeout(millisUntil(deadline));
      }
      return super.read(bytes, offset, length);
    }
  }

  private static int millisUntil(long deadlineNanos) throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("too slow");
    }
    return (int) left;
  }

  /** Whether another request may follow. */
  private boolean serveOne(InputStream input) throws IOException {
    int first = input.read();
    if (first < 0) {
      return false;
    }
    deadlineNanos = System.nanoTime() + headLimitNanos;
    RequestHead head;
    try {
      head = RequestHead.read(first, input);
    } catch (RequestHead.MalformedException e) {
      write("", Answer.refusal(e.status(), String.valueOf(e.getMessage())), false);
      return false;
    }
    Admission.Refused refused = admission.refusal(head.headers());
    if (refused != null) {
      write(head.method(), Answer.refusal(refused.status(), refused.reason()), false);
      return false;
    }
    trusted = true;
    boolean goesOn = head.keepsAlive() && !head.hasBody();
    Answer answer = answers.apply(head);
    trusted = admission.token() != null;
    write(head.method(), answer, goesOn);
    return goesOn;
  }

  private void write(String method, Answer answer, boolean goesOn) throws IOException {
    byte[] body = (JSON.std.asString(answer.body) + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s%s\r\n"
            .formatted(
                answer.status,
                answer.status == 200 ? "OK" : "Refused",
                body.length,
                answer.allow == null ? "" : "Allow: " + answer.allow + "\r\n",
                goesOn ? "" : "Connection: close\r\n");
    byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + (method.equals("HEAD") ? 0 : body.length)];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, all.length - start.length);
    socket.getOutputStream().write(all);
  }

  private void drain() throws IOException {
    long deadline = System.nanoTime() + DRAIN_LIMIT_NANOS;
    byte[] thrownAway = new byte[8_192];
    InputStream input = socket.getInputStream();
    do {
      socket.setSoTimeout(millisUntil(deadline));
    } while (input.read(thrownAway) >= 0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
