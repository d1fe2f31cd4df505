package snapbench.run.loop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import snapbench.run.plan.PlannedFork;
import snapbench.run.progress.Progress;

/**
 * JMH's own text output, for a run that calls JMH's runner once for each fork: what JMH says once
 * per call (progress, the table at the end) appears once per run, and a cell's heading once per
 * cell. What a failing fork prints is cut to what helps, unless everything was asked for ({@code -v
 * EXTRA}).
 */
final class RunOutput implements OutputFormat {
  private final OutputFormat jmh;
  private final boolean everything;
  private String progressLine = "";
  private @Nullable Progress progress;
  private @Nullable PlannedFork call;
  private boolean sameCell;
  private UnaryOperator<BenchmarkParams> originalParams = params -> params;
  private Runnable beforeFork = () -> {};
  private boolean inTail;
  private boolean afterEmptyLine;
  private final List<String> tail = new ArrayList<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputFormat log;
  private final AtomicLong words = new AtomicLong();

  /**
   * Wraps JMH's output.
   *
   * @param jmh JMH's own format
   * @param everything whether nothing is to be left out
   * @param log gets all that JMH says, frames included
   */
  RunOutput(OutputFormat jmh, boolean everything, OutputFormat log) {
    this.log = log;
    this.jmh = jmh;
    this.everything = everything;
  }

  /**
   * Says which fork comes next.
   *
   * @param next the fork
   * @param line takes the place of JMH's progress, which knows of this fork only
   * @param told is told of iterations
   * @param original gives back the parameters as the user would expect them
   */
  void begin(
      PlannedFork next, String line, Progress told, UnaryOperator<BenchmarkParams> original) {
    progressLine = line;
    progress = told;
    sameCell = call != null && next.cell().equals(call.cell());
    call = next;
    originalParams = original;
    tail.clear();
  }

  /** What is to be done when JMH is about to start a fork. */
  void beforeFork(Runnable task) {
    beforeFork = task;
  }

  /** Last lines of what the fork wrote to its standard output and error, if it failed. */
  synchronized List<String> tail() {
    return List.copyOf(tail);
  }

  /** How often JMH has said something. */
  long words() {
    return words.get();
  }

  /** Prints what a look at a cell came to. */
  void look(String line) {
    jmh.println("# " + line);
    jmh.println("");
  }

  /** Prints a cell's result, over all its forks. */
  void cellResult(RunResult result) {
    jmh.endBenchmark(result.getAggregatedResult());
  }

  /** Ends the log. */
  void end() {
    log.flush();
    log.close();
  }

  /** Prints the run's result. */
  void runResult(String total, Collection<RunResult> results) {
    jmh.println(total);
    jmh.println("");
    if (!results.isEmpty()) {
      jmh.endRun(results);
    }
    jmh.flush();
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    if (!sameCell) {
      jmh.startBenchmark(originalParams.apply(params));
    }
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    // printed for all forks together, by cellResult
  }

  @Override
  public void startRun() {
    // once per call of JMH's runner, which means nothing here
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // printed for all cells together, by runResult
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int index) {
    words.incrementAndGet();
    log.iteration(params, iteration, index);
    jmh.iteration(params, iteration, index);
    if (progress != null) {
      progress.iterationBegins(iteration, index);
    }
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int index, IterationResult data) {
    words.incrementAndGet();
    afterEmptyLine = false;
    log.iterationResult(params, iteration, index, data);
    jmh.iterationResult(params, iteration, index, data);
    if (progress != null) {
      progress.iterationEnded(data);
    }
  }

  @Override
  public void println(String line) {
    if (line.startsWith("# Fork: ") || line.startsWith("# Warmup Fork: ")) {
      // others may have to print before this is done
      beforeFork.run();
    }
    printLine(line);
  }

  private synchronized void printLine(String line) {
    words.incrementAndGet();
    log.println(line);
    pass();
    if (line.startsWith("# Run progress:")) {
      jmh.println(progressLine);
    } else if (call != null && line.startsWith("# Fork: 1 of 1")) {
      jmh.println("# Fork: " + call.fork() + " of " + call.cell().forks());
    } else if (OutputNoise.isNoise(line)) {
      return;
    } else if (belongsToTail(line)) {
      if (everything) {
        jmh.println(line);
      }
    } else if (!line.isEmpty() || !afterEmptyLine || everything) {
      jmh.println(everything ? line : OutputNoise.shorten(line));
    }
    afterEmptyLine = line.isEmpty();
  }

  /**
   * JMH repeats the last lines of a failed fork, which it has printed before: keep, don't print.
   */
  private boolean belongsToTail(String line) {
    if (line.startsWith("<stdout last=") || line.startsWith("<stderr last=")) {
      inTail = true;
      return true;
    }
    if (line.equals("</stdout>") || line.equals("</stderr>")) {
      inTail = false;
      return true;
    }
    if (inTail) {
      tail.add(line);
    }
    return inTail;
  }

  @Override
  public void print(String text) {
    log.print(text);
    jmh.print(text);
  }

  @Override
  public void verbosePrintln(String line) {
    log.verbosePrintln(line);
    jmh.verbosePrintln(line);
  }

  @Override
  public synchronized void write(int b) {
    words.incrementAndGet();
    log.write(b);
    written.write(b);
    if (b == '\n') {
      pass();
    }
  }

  @Override
  public void write(byte[] bytes) {
    for (byte b : bytes) {
      write(b);
    }
  }

  /** What a fork has written is passed on by the line, but for frames. */
  private void pass() {
    if (everything || !OutputNoise.isFrame(written.toString(StandardCharsets.UTF_8))) {
      for (byte b : written.toByteArray()) {
        jmh.write(b);
      }
    }
    written.reset();
  }

  @Override
  public synchronized void flush() {
    pass();
    jmh.flush();
  }

  @Override
  public void close() {
    // JMH's runner closes its output after each call; the run goes on
  }
}
