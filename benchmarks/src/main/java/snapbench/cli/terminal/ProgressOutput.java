package snapbench.cli.terminal;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Of all that JMH prints, the lines that say how far a run has come. */
public final class ProgressOutput implements OutputFormat {
  private static final String PROGRESS = "# Run progress: ";

  private final PrintStream out;
  private final String prefix;

  /**
   * With where to print.
   *
   * @param prefix what each line begins with
   */
  public ProgressOutput(PrintStream out, String prefix) {
    this.out = out;
    this.prefix = prefix;
  }

  @Override
  public void println(String line) {
    if (line.startsWith(PROGRESS)) {
      out.println(prefix + line.substring(PROGRESS.length()));
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int index) {}

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int index, IterationResult data) {}

  @Override
  public void startBenchmark(BenchmarkParams params) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void print(String text) {}

  @Override
  public void verbosePrintln(String line) {}

  @Override
  public void write(int b) {}

  @Override
  public void write(byte[] bytes) {}

  @Override
  public void close() {}
}
