package snapbench.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 text, of which no more is held than a limit: another process may write for hours
 * without ending a line.
 */
record BoundedLines(InputStream input, int limitBytes) implements AutoCloseable {
  BoundedLines {
    input = new BufferedInputStream(input);
  }

  /**
   * A line without its line feed.
   *
   * @param isCut whether it goes on, since it is longer than the limit; the rest comes as further
   *     lines
   */
  record Line(String text, boolean isCut) {}

  /** The next line; null at the end. A carriage return before the line feed is dropped. */
  @Nullable Line read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = input.read(); next >= 0; next = input.read()) {
      if (next == '\n') {
        return new Line(text(line), false);
      }
      line.write(next);
      if (line.size() == limitBytes) {
        return new Line(text(line), true);
      }
    }
    return line.size() == 0 ? null : new Line(text(line), false);
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
