package snapbench.run.loop;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;
import snapbench.results.files.JsonFiles;
import snapbench.run.plan.PlannedCell;

/**
 * The results of all calls of JMH's runner so far, as if it had been called once: the forks of a
 * cell are one result, with as many rows of raw data as forks were measured.
 */
public final class MergedResults {
  private final TreeMap<Integer, PlannedCell> counting = new TreeMap<>();
  private final Map<PlannedCell, RunResult> byLook = new HashMap<>();

  /**
   * Adds the result of one fork. A later look at a cell takes the earlier one's place once all its
   * forks were measured: results of different numbers of iterations are not forks of one result.
   */
  void add(PlannedCell cell, RunResult fork, int argumentsOfOurs) {
    List<BenchmarkResult> forks = new ArrayList<>();
    RunResult before = byLook.get(cell);
    if (before != null) {
      forks.addAll(before.getBenchmarkResults());
    }
    forks.addAll(fork.getBenchmarkResults());
    BenchmarkParams params = original(cell, fork.getParams(), argumentsOfOurs);
    byLook.put(cell, new RunResult(params, forks));
    if (cell.look().isFirst() || forks.size() == cell.forks()) {
      PlannedCell earlier = counting.put(cell.number(), cell);
      if (earlier != null && !earlier.equals(cell)) {
        byLook.remove(earlier);
      }
    }
  }

  /** The result of a look at a cell so far; null if none of its forks was measured. */
  @Nullable RunResult of(PlannedCell cell) {
    return byLook.get(cell);
  }

  /** All results, in the order of the plan. */
  Collection<RunResult> all() {
    return counting.values().stream().map(cell -> requireNonNull(byLook.get(cell))).toList();
  }

  /**
   * Writes them in JMH's JSON format, readable by jmh-visualizer; the file is whole or as before.
   */
  void writeJson(Path file) throws IOException {
    JsonFiles.writeBytes(file, inFormat(ResultFormatType.JSON, all()));
  }

  /** Results in one of JMH's formats. JMH's own stream to a file would swallow what goes wrong. */
  public static byte[] inFormat(ResultFormatType format, Collection<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(format, out).writeOut(results);
    }
    return bytes.toByteArray();
  }

  /**
   * The parameters as JMH would have them for the whole cell: its true number of forks, and JVM
   * arguments without those that only this run needs, which come last.
   */
  static BenchmarkParams original(PlannedCell cell, BenchmarkParams params, int argumentsOfOurs) {
    List<String> jvmArguments = List.copyOf(params.getJvmArgs());
    int kept = Math.max(0, jvmArguments.size() - argumentsOfOurs);
    return new BenchmarkParams(
        params.getBenchmark(),
        params.generatedBenchmark(),
        params.shouldSynchIterations(),
        params.getThreads(),
        params.getThreadGroups(),
        params.getThreadGroupLabels(),
        cell.inProcess() ? 0 : cell.forks(),
        cell.warmupForks(),
        params.getWarmup(),
        params.getMeasurement(),
        params.getMode(),
        workload(params),
        params.getTimeUnit(),
        params.getOpsPerInvocation(),
        params.getJvm(),
        jvmArguments.subList(0, kept),
        params.getJdkVersion(),
        params.getVmName(),
        params.getVmVersion(),
        params.getJmhVersion(),
        params.getTimeout());
  }

  private static WorkloadParams workload(BenchmarkParams params) {
    WorkloadParams workload = new WorkloadParams();
    params.getParamsKeys().forEach(key -> workload.put(key, params.getParam(key), 0));
    return workload;
  }
}
