package snapbench.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Drains a child's output, keeping its last lines. A child whose output nobody reads stops when the
 * pipe is full.
 */
final class OutputTail {
  private static final int LINES = 40;
  private static final int LINE_LENGTH = 2_000;

  private static final Duration FIRST_LINE = Duration.ofMillis(500);

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread drain;
  private volatile long lastLineNanos = System.nanoTime();
  private boolean ended;

  /**
   * Begins to drain.
   *
   * @param limitBytes what is longer than this comes as several lines
   * @param listener sees every line as it comes
   */
  OutputTail(String name, InputStream output, int limitBytes, Consumer<String> listener) {
    this.drain = new Thread(() -> drain(output, limitBytes, listener), name);
    drain.setDaemon(true);
    drain.start();
  }

  private void drain(InputStream output, int limitBytes, Consumer<String> listener) {
    try (BoundedLines reader = new BoundedLines(output, limitBytes)) {
      for (var line = reader.read(); line != null; line = reader.read()) {
        lastLineNanos = System.nanoTime();
        add(line.text());
        listener.accept(line.text());
      }
    } catch (IOException e) {
      add("(its output could not be read any further: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
    notifyAll();
  }

  /** Nanoseconds since the last line, or since the start. */
  long silentNanos() {
    return System.nanoTime() - lastLineNanos;
  }

  /** Waits up to a second for the end of the output of a child that has ended. */
  void awaitEnd() throws InterruptedException {
    drain.join(1_000);
  }

  /**
   * The last lines. What a child said before something else that it did may still be on its way; so
   * where there is no line yet, this waits up to half a second for one.
   */
  synchronized String text() {
    long deadline = System.nanoTime() + FIRST_LINE.toNanos();
    try {
      for (long left = FIRST_LINE.toNanos();
          lines.isEmpty() && !ended && left > 0;
          left = deadline - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return String.join("\n", lines);
  }
}
