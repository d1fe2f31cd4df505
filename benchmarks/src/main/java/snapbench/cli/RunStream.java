package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import snapbench.results.InvalidInputException;

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

  static RunStream open(@Nullable String file, PrintStream out) throws InvalidInputException {
    if (file == null) {
      return new RunStream(out, null);
    }
    PrintStream stream = create(file);
    PrintStream replaced = System.out;
    System.setOut(stream);
    return new RunStream(stream, replaced);
  }

  private static PrintStream create(String file) throws InvalidInputException {
    try {
      return new PrintStream(file, Charset.defaultCharset());
    } catch (IOException e) {
      throw new InvalidInputException("-o " + file + " cannot be written: " + e.getMessage(), e);
    }
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
