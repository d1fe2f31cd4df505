package snapbench.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import snapbench.results.InvalidInputException;
import snapbench.run.ProgressView;

/**
 * Where a run's output goes: to standard output, or with {@code -o} to one file, which then also
 * gets what JMH passes on from its forks' standard output. With it goes how far the run is.
 */
final class RunStream implements AutoCloseable {
  private final PrintStream stream;
  private final ProgressView progress;
  private final @Nullable PrintStream replaced;

  private RunStream(PrintStream stream, ProgressView progress, @Nullable PrintStream replaced) {
    this.stream = stream;
    this.progress = progress;
    this.replaced = replaced;
  }

  /**
   * Opens it.
   *
   * @param file where to print; null for standard output
   * @param silent whether JMH was told to print nothing
   */
  static RunStream open(@Nullable String file, PrintStream out, boolean silent)
      throws InvalidInputException {
    if (file != null) {
      PrintStream stream = create(file);
      PrintStream replaced = System.out;
      System.setOut(stream);
      return new RunStream(stream, inLog(stream, silent), replaced);
    }
    return silent || !Terminal.canErase()
        ? new RunStream(out, inLog(out, silent), null)
        : onTerminal(out, Terminal.columns());
  }

  private static ProgressView inLog(PrintStream stream, boolean silent) {
    return silent ? ProgressView.NONE : new LogProgress(stream, System::nanoTime);
  }

  private static RunStream onTerminal(PrintStream out, int columns) {
    StatusLine terminal = new StatusLine(out, columns);
    return new RunStream(
        new PrintStream(terminal, false, Terminal.charset()),
        new TerminalProgress(terminal, columns),
        null);
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

  /** Shows how far the run is. */
  ProgressView progress() {
    return progress;
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
