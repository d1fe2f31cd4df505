package snapbench.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Drains a child's output, keeping its last lines. A child whose output nobody reads stops when the
 * pipe is full.
 */
final class OutputTail {
  private static final int LINES = 40;
  private static final int LINE_LENGTH = 2_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread drain;
  private volatile long lastLineNanos = System.nanoTime();

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
    }
  }

  private synchronized void add(String line) {
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line);
  }

  /** Nanoseconds since the last line, or since the start. */
  long silentNanos() {
    return System.nanoTime() - lastLineNanos;
  }

  /** Waits up to a second for the end of the output of a child that has ended. */
  void awaitEnd() throws InterruptedException {
    drain.join(1_000);
  }

  /** The last lines. */
  synchronized String text() {
    return String.join("\n", lines);
  }
}
