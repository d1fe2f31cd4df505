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
  private final ForkContext context;
  private final CycleLog.Header header;
  private final CycleLog log;
  private final List<Cycle> cycles = new ArrayList<>();
  private final List<Iteration> iterations = new ArrayList<>();
  private Fork.@Nullable Testee testee;
  private @Nullable Reading baseline;
  private boolean written;

  ForkJournal(ForkContext context, BenchmarkParams benchmark) throws IOException {
    this.context = context;
    Map<String, String> params = new LinkedHashMap<>();
    benchmark.getParamsKeys().forEach(key -> params.put(key, benchmark.getParam(key)));
    header =
        new CycleLog.Header(
            context.number(),
            benchmark.getBenchmark(),
            benchmark.getMode().shortLabel(),
            context.fork(),
            params,
            context.look());
    // a warm-up fork may have left one, which is not what this fork measures
    Files.deleteIfExists(context.cellFile());
    log = CycleLog.create(CycleLog.file(context), header);
  }

  synchronized void started(StartedProcess process) throws IOException {
    log.started(process);
  }

  synchronized void testee(Fork.Testee started) throws IOException {
    testee = started;
    log.testee(started);
  }

  synchronized void baseline(Reading reading) throws IOException {
    baseline = reading;
    log.baseline(reading);
  }

  synchronized void add(Cycle cycle) throws IOException {
    cycles.add(cycle);
    log.add(cycle);
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
    log.close();
    List<Cycle> inOrder = cycles.stream().sorted(Comparator.comparingLong(Cycle::cycle)).toList();
    CycleLog.Content content = new CycleLog.Content(null, testee, baseline, inOrder);
    JsonFiles.write(context.cellFile(), header.fork(state, reason, content, iterations));
    Files.deleteIfExists(CycleLog.file(context));
  }
}
