package snapbench.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program's stdout, line by line. It is read whether anybody waits for it or not; what comes
 * without end is dropped, so that it takes up no memory.
 */
final class ProtocolLines {
  /** Longest line. */
  static final int LINE_BYTES = 1 << 20;

  /** Most lines that wait to be taken; more than one is asked for by nobody. */
  static final int WAITING = 16;

  private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private boolean flooded;

  /** Begins to read. */
  ProtocolLines(InputStream stdout) {
    Thread reader = new Thread(() -> read(stdout), "testee-stdout");
    reader.setDaemon(true);
    reader.start();
  }

  /** What there is to be taken. */
  enum Kind {
    /** A line. */
    LINE,
    /** More than anybody would ask for. */
    FLOOD,
    /** The end. */
    END
  }

  /**
   * One of them.
   *
   * @param text the line, or what is wrong
   */
  record Item(Kind kind, String text) {}

  private void read(InputStream stdout) {
    try (BoundedLines lines = new BoundedLines(stdout, LINE_BYTES)) {
      for (var line = lines.read(); line != null; line = lines.read()) {
        add(line);
      }
      items.add(new Item(Kind.END, ""));
    } catch (IOException e) {
      items.add(new Item(Kind.END, String.valueOf(e.getMessage())));
    }
  }

  private void add(BoundedLines.Line line) {
    if (flooded) {
      return;
    }
    flooded = line.isCut() || items.size() == WAITING;
    if (line.isCut()) {
      String text = String.format(Locale.ROOT, "a line of more than %,d bytes", LINE_BYTES);
      items.add(new Item(Kind.FLOOD, text));
    } else if (flooded) {
      items.add(flood());
    } else {
      items.add(new Item(Kind.LINE, line.text()));
    }
  }

  /** More lines than anybody would ask for. */
  static Item flood() {
    return new Item(Kind.FLOOD, "more than " + WAITING + " lines that nobody asked for");
  }

  /** The next, as soon as there is one; null if there is none within the time. */
  @Nullable Item next(Duration limit) throws InterruptedException {
    return items.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The next if it is there already. */
  @Nullable Item poll() {
    return items.poll();
  }
}
