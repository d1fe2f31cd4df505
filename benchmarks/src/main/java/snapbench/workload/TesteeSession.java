package snapbench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import snapbench.files.FileTrees;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.model.Metric;
import snapbench.model.Reading;
import snapbench.process.Testee;
import snapbench.process.TesteeException;
import snapbench.process.UnsupportedCycleException;
import snapbench.profile.IterationMetrics;
import snapbench.profile.Peak;
import snapbench.profile.ProcessProfiler;
import snapbench.results.files.StartedProcess;
import snapbench.results.folder.ForkContext;
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.Ready;

/**
 * One testee from its start to its end, and the record that is kept of it. Any failure is written
 * into the fork's file and ends the testee before it is thrown on: after a failure JMH calls no
 * {@code @TearDown}.
 */
final class TesteeSession {
  private static final double NANOS_PER_MILLI = 1e6;

  /** The first may have begun before the last cycle ended. */
  private static final long TRIM_INTERVALS = 2;

  private final ForkJournal recorder;
  private final Testee process;
  private final TesteeReader reader;
  private Reading baseline = Reading.UNKNOWN;
  private IterationFigures figures = new IterationFigures();
  private boolean warmup;
  private int iteration;
  private boolean isLast;
  private @Nullable LeverCheck lever;
  private long databaseBytes;
  private double pageBytes = Double.NaN;
  private long cycles;

  private TesteeSession(ForkJournal recorder, Testee process) {
    this.recorder = recorder;
    this.process = process;
    this.reader = new TesteeReader(process, ProcessProfiler.options());
  }

  /**
   * Starts a testee, waits until it is ready and takes the reading before the first cycle.
   *
   * @param context the fork, or null where JMH was not started by the harness
   */
  static TesteeSession start(
      TesteeState parameters, BenchmarkParams benchmarkParams, @Nullable ForkContext context)
      throws IOException, InterruptedException {
    ForkContext fork = context == null ? alone(benchmarkParams) : context;
    ForkJournal recorder = new ForkJournal(fork, benchmarkParams);
    TesteeSession session = null;
    try {
      TesteeLaunch launch =
          TesteeLaunch.prepare(parameters, benchmarkParams, fork.temporaryFolder());
      Testee process = launch.launcher().start(line -> System.out.println("# testee: " + line));
      session = new TesteeSession(recorder, process);
      EndOfFork.watch(fork, session, context == null);
      // should this JVM be killed: who else is to end
      Optional<ProcessHandle> handle = ProcessHandle.of(process.pid());
      if (handle.isPresent()) {
        recorder.started(StartedProcess.of(handle.get()));
      }
      session.awaitReady(launch);
      return session;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      if (session == null) {
        recorder.finish(state(e), reason(e));
        if (context == null) {
          FileTrees.delete(fork.runFolder());
        }
      } else {
        session.fail(e);
      }
      throw e;
    }
  }

  /** Without the harness: in a folder that nobody else removes. */
  private static ForkContext alone(BenchmarkParams benchmarkParams) throws IOException {
    Path folder = Files.createTempDirectory("snapbench-");
    String mode = benchmarkParams.getMode().shortLabel();
    ForkContext fork =
        new ForkContext(folder, 1, 1, Look.ONLY, mode, ProcessHandle.current().pid());
    Files.createDirectories(fork.temporaryFolder());
    Files.createDirectories(fork.cellFile().getParent());
    return fork;
  }

  private void awaitReady(TesteeLaunch launch) throws IOException, InterruptedException {
    Ready ready = process.awaitReady();
    recorder.testee(launch.describe(ready, process.commandLine()));
    launch.check(ready);
    launch.lever().before(process.pid());
    lever = launch.lever();
    databaseBytes = ready.databaseBytes();
    LedgerReader.MemoryReading first = reader.beforeFirstCycle();
    baseline = first.process();
    recorder.baseline(baseline);
    if (!first.metrics().isEmpty()) {
      recorder.add(iteration(true, 0, metrics(first, Peak.UNKNOWN)));
    }
  }

  /**
   * Begins an iteration.
   *
   * @param count how many of its kind there are
   */
  synchronized void beginIteration(boolean isWarmup, int count) {
    iteration = isWarmup == warmup ? iteration + 1 : 1;
    warmup = isWarmup;
    isLast = !isWarmup && iteration == count;
    figures = new IterationFigures();
    reader.startPeaks();
  }

  /** A step that ends the session if it fails. */
  private interface Step<T> {
    T take() throws IOException, InterruptedException;
  }

  private <T> T orFail(Step<T> step) throws IOException, InterruptedException {
    try {
      return step.take();
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      fail(e);
      throw e;
    }
  }

  CycleReport cycle(String snapshot, String activity) throws IOException, InterruptedException {
    return orFail(() -> process.cycle(snapshot, activity));
  }

  /** Reads the testee after a cycle and keeps both. */
  void record(CycleReport report, long nanos) throws IOException, InterruptedException {
    orFail(() -> keep(report, nanos));
  }

  private synchronized Cycle keep(CycleReport report, long nanos) throws IOException {
    Reading after = reader.afterCycle();
    cycles++;
    if (report.pages() > 0) {
      pageBytes = (double) report.databaseBytes() / report.pages();
    }
    boolean snapshot = !report.snapshot().equals(Protocol.NO_SNAPSHOT);
    boolean activity = !report.activity().equals(Activity.NONE.label());
    Cycle cycle =
        new Cycle(
            report.cycle(),
            warmup,
            iteration,
            report.worker(),
            after,
            nanos / NANOS_PER_MILLI,
            snapshot ? report.snapshotNanos() / NANOS_PER_MILLI : Double.NaN,
            snapshot ? report.checkNanos() / NANOS_PER_MILLI : Double.NaN,
            activity ? report.activityNanos() / NANOS_PER_MILLI : Double.NaN,
            snapshot ? report.closeNanos() / NANOS_PER_MILLI : Double.NaN,
            report.databaseBytes(),
            report.rows(),
            report.dumpBytes(),
            report.liveReadBlockedMillis(),
            report.liveWriteBlockedMillis());
    figures.add(cycle);
    recorder.add(cycle);
    return cycle;
  }

  /** Reads the testee after one collection and hands the iteration's metrics to the profiler. */
  void endIteration() throws IOException, InterruptedException {
    orFail(this::measureIteration);
  }

  private synchronized Iteration measureIteration() throws IOException, InterruptedException {
    Peak peak = reader.stopPeaks();
    if (isLast && lever != null && lever.lever().trims()) {
      // what a service that trims settles at; the highest is in the peak
      TimeUnit.MILLISECONDS.sleep(TRIM_INTERVALS * lever.lever().trimIntervalMillis());
    }
    LedgerReader.MemoryReading last = reader.afterCollection();
    EnumMap<Metric, Double> metrics = metrics(last, peak);
    if (isLast && !last.metrics().isEmpty()) {
      metrics.put(Metric.MALLOC_TRIMMED, reader.trimmedKiB(last));
    }
    IterationMetrics.publish(metrics);
    Iteration measured = iteration(warmup, iteration, metrics);
    recorder.add(measured);
    return measured;
  }

  private static Iteration iteration(boolean isWarmup, int number, Map<Metric, Double> metrics) {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    metrics.forEach((metric, value) -> byLabel.put(metric.label(), value));
    return new Iteration(isWarmup, number, byLabel);
  }

  private EnumMap<Metric, Double> metrics(LedgerReader.MemoryReading reading, Peak peak) {
    EnumMap<Metric, Double> metrics = figures.with(reading, peak);
    metrics.put(Metric.PROCESS_RSS_BASELINE, baseline.rssKiB());
    metrics.put(Metric.PROCESS_CYCLES, (double) cycles);
    return metrics;
  }

  /** Ends the testee and writes that all was measured. */
  void finish() throws IOException, InterruptedException {
    orFail(
        () -> {
          if (lever != null && !lever.lever().isSystem()) {
            lever.after(new SelfReport(process.memory()), databaseBytes, pageBytes);
          }
          stop();
          return process;
        });
    recorder.finish(Fork.State.MEASURED, null);
  }

  /** Writes why the fork was not measured and ends the testee; the first reason counts. */
  void fail(Throwable failure) {
    try {
      try {
        recorder.finish(state(failure), reason(failure));
      } finally {
        stop();
      }
    } catch (IOException | RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  private void stop() throws IOException {
    reader.close();
    process.close();
  }

  private static Fork.State state(Throwable failure) {
    return failure instanceof UnsupportedCycleException
        ? Fork.State.UNSUPPORTED
        : Fork.State.FAILED;
  }

  private static String reason(Throwable failure) {
    return failure instanceof TesteeException testee
        ? testee.sentence()
        : failure.toString().strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
