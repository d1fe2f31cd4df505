package snapbench.cli.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;
import snapbench.run.progress.ProgressView;

/**
 * Where a run's output goes: to standard output, or with {@code -o} to one file. There, too, goes
 * what JMH passes on from its forks' standard output, and how far the run is.
 */
public final class RunStream implements AutoCloseable {
  private final PrintStream stream;
  private final ProgressView progress;
  private final boolean owned;
  private final PrintStream standardOut = System.out;
  private final PrintStream standardError = System.err;

  private RunStream(PrintStream stream, ProgressView progress, boolean owned) {
    this.stream = stream;
    this.progress = progress;
    this.owned = owned;
  }

  /**
   * Opens it.
   *
   * @param file where to print; null for standard output
   * @param silent whether JMH was told to print nothing
   */
  public static RunStream open(@Nullable String file, PrintStream out, boolean silent)
      throws InvalidInputException {
    if (file != null) {
      PrintStream stream = create(file);
      RunStream toFile = new RunStream(stream, inLog(stream, silent), true);
      System.setOut(stream);
      return toFile;
    }
    return silent || !Terminal.canErase()
        ? new RunStream(out, inLog(out, silent), false)
        : onTerminal(out, Terminal.columns());
  }

  private static ProgressView inLog(PrintStream stream, boolean silent) {
    return silent ? ProgressView.NONE : new LogProgress(stream, System::nanoTime);
  }

  /** JMH passes on what its forks print without telling anybody, so both streams are replaced. */
  private static RunStream onTerminal(PrintStream out, int columns) {
    StatusLine terminal = new StatusLine(out, columns);
    PrintStream stream = new PrintStream(terminal, false, Terminal.charset());
    RunStream shown = new RunStream(stream, new TerminalProgress(terminal, columns), false);
    System.setOut(stream);
    System.setErr(new PrintStream(terminal.beside(System.err), true, Terminal.charset()));
    return shown;
  }

  /** A command line that is refused leaves the file as it is: it is opened by the first byte. */
  private static PrintStream create(String file) throws InvalidInputException {
    try {
      return new PrintStream(LazyFileOutput.open(file), false, Charset.defaultCharset());
    } catch (IOException e) {
      throw new InvalidInputException("-o " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  public PrintStream stream() {
    return stream;
  }

  /** Shows how far the run is. */
  public ProgressView progress() {
    return progress;
  }

  @Override
  public void close() {
    stream.flush();
    System.setOut(standardOut);
    System.setErr(standardError);
    if (owned) {
      stream.close();
    }
  }
}
