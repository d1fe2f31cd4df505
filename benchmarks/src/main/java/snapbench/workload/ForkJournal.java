package snapbench.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Reading;
import snapbench.results.files.JsonFiles;
import snapbench.results.files.StartedProcess;
import snapbench.results.folder.CycleLog;
import snapbench.results.folder.ForkContext;

/**
 * Collects a fork's cycles and writes its file once, when it is over or has failed. Meanwhile each
 * cycle is appended to its {@link CycleLog}, from which the harness takes them if this JVM is
 * killed.
 */
final class ForkJournal {
  private final @Nullable ForkContext context;
  private final String benchmark;
  private final String mode;
  private final Map<String, String> params = new LinkedHashMap<>();
  private final List<Cycle> cycles = new ArrayList<>();
  private final List<Iteration> iterations = new ArrayList<>();
  private final @Nullable CycleLog log;
  private Fork.@Nullable Testee testee;
  private @Nullable Reading baseline;
  private boolean written;

  /**
   * For one fork.
   *
   * @param context where its file goes; null where JMH was not started by the harness, and nothing
   *     is written
   */
  ForkJournal(@Nullable ForkContext context, BenchmarkParams benchmarkParams) throws IOException {
    this.context = context;
    this.benchmark = benchmarkParams.getBenchmark();
    this.mode = benchmarkParams.getMode().shortLabel();
    for (String key : benchmarkParams.getParamsKeys()) {
      params.put(key, benchmarkParams.getParam(key));
    }
    this.log = context == null ? null : begin(context);
  }

  private CycleLog begin(ForkContext fork) throws IOException {
    // a warm-up fork may have left one, which is not what this fork measures
    Files.deleteIfExists(fork.cellFile());
    return CycleLog.create(CycleLog.file(fork), header(fork));
  }

  private CycleLog.Header header(ForkContext fork) {
    return new CycleLog.Header(fork.number(), benchmark, mode, fork.fork(), params, fork.look());
  }

  synchronized void started(StartedProcess process) throws IOException {
    if (log != null) {
      log.started(process);
    }
  }

  synchronized void testee(Fork.Testee started) throws IOException {
    testee = started;
    if (log != null) {
      log.testee(started);
    }
  }

  synchronized void baseline(Reading reading) throws IOException {
    baseline = reading;
    if (log != null) {
      log.baseline(reading);
    }
  }

  synchronized void add(Cycle cycle) throws IOException {
    cycles.add(cycle);
    if (log != null) {
      log.add(cycle);
    }
  }

  synchronized void add(Iteration iteration) {
    iterations.add(iteration);
  }

  /**
   * Writes its file, unless that has been done.
   *
   * @param reason why it was not measured; null where it was
   */
  synchronized void finish(Fork.State state, @Nullable String reason) throws IOException {
    if (written) {
      return;
    }
    written = true;
    if (context != null && log != null) {
      log.close();
      List<Cycle> inOrder = cycles.stream().sorted(Comparator.comparingLong(Cycle::cycle)).toList();
      CycleLog.Content content = new CycleLog.Content(null, testee, baseline, inOrder);
      JsonFiles.write(context.cellFile(), header(context).fork(state, reason, content, iterations));
      Files.deleteIfExists(CycleLog.file(context));
    }
  }
}
