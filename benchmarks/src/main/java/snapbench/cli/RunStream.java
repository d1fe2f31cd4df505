package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's output goes: to standard output, or with {@code -o} to one file, which then also
 * gets what JMH passes on from its forks' standard output.
 */
final class RunStream implements AutoCloseable {
  private final PrintStream stream;
  private final @Nullable PrintStream replaced;

  private RunStream(PrintStream stream, @Nullable PrintStream replaced) {
    this.stream = stream;
    this.replaced = replaced;
  }

  static RunStream open(@Nullable String file, PrintStream out) throws IOException {
    if (file == null) {
      return new RunStream(out, null);
    }
    PrintStream stream = new PrintStream(Path.of(file).toString(), Charset.defaultCharset());
    PrintStream replaced = System.out;
    System.setOut(stream);
    return new RunStream(stream, replaced);
  }

  PrintStream stream() {
    return stream;
  }

  @Override
  public void close() {
    stream.flush();
    if (replaced != null) {
      System.setOut(replaced);
      stream.close();
    }
  }
}
