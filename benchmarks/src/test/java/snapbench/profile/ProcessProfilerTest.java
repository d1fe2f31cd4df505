package snapbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import snapbench.model.Metric;

@Timeout(120)
class ProcessProfilerTest {
  private static final String[] LABELS =
      Metric.reported(false).stream().map(Metric::label).toArray(String[]::new);

  @TempDir Path folder;

  @Test
  void everyMetricHasAValueInEveryIterationOfARealFork() throws Exception {
    RunResult run = run("all", "period=7").iterator().next();
    assertThat(run.getSecondaryResults()).containsOnlyKeys(LABELS);
    for (Map<String, Double> values : iterations(run)) {
      assertThat(values).containsOnlyKeys(LABELS);
      assertThat(values.values()).doesNotContain(Double.NaN);
      assertThat(values.get(Metric.PROCESS_RSS.label())).isPositive();
      assertThat(values.get(Metric.PROCESS_RSS_PEAK.label()))
          .isGreaterThan(values.get(Metric.PROCESS_RSS.label()));
      assertThat(values.get(Metric.PROCESS_CYCLES.label()))
          .as("the option period, as the benchmark in the fork saw it")
          .isEqualTo(7);
    }
  }

  @Test
  void theLedgersMetricsAreThereWhereItIsOn() throws Exception {
    RunResult run = run("all", "period=7;ledger=true").iterator().next();
    assertThat(run.getSecondaryResults())
        .containsOnlyKeys(Metric.reported(true).stream().map(Metric::label).toArray(String[]::new));
  }

  @Test
  void whatTheBenchmarkDoesNotPublishIsNotANumberAndSaidOnce() throws Exception {
    String printed =
        jmh(
            "ProfiledBenchmark",
            "-p",
            "publishes=some",
            "-prof",
            ProcessProfiler.class.getName(),
            "-rf",
            "json",
            "-rff",
            folder.resolve("result.json").toString());
    JsonNode metrics =
        new ObjectMapper()
            .readTree(folder.resolve("result.json").toFile())
            .at("/0/secondaryMetrics");
    assertThat(metrics.fieldNames()).toIterable().containsExactlyInAnyOrder(LABELS);
    assertThat(metrics.get("process.rss").at("/rawData/0")).hasSize(3).allMatch(JsonNode::isNumber);
    assertThat(metrics.get("process.fds").at("/rawData/0"))
        .extracting(JsonNode::asText)
        .containsExactly("NaN", "NaN", "NaN");
    assertThat(printed).containsOnlyOnce("could not be read: process.rss.baseline, process.swap,");
  }

  @Test
  void aBenchmarkThatFailsShowsItsOwnFailure() throws Exception {
    assertThat(run("fail", "")).isEmpty();
    assertThat(Files.readString(folder.resolve("output")))
        .contains("the benchmark's own failure")
        .doesNotContain("ProcessProfiler");
  }

  @Test
  void isFoundAsJmhLooksForProfilers() {
    assertThat(ServiceLoader.load(Profiler.class))
        .filteredOn(ProcessProfiler.class::isInstance)
        .extracting(Profiler::getDescription)
        .containsExactly(
            "Resident memory, descriptors, threads and phase times of the testee, through OSHI");
  }

  @Test
  void explainsItsOptions() throws Exception {
    assertThat(jmh("ProfiledBenchmark", "-prof", ProcessProfiler.class.getName() + ":help"))
        .contains("period=<milliseconds>", "(default: 100)")
        .contains("live=<all|read|write|none>", "(default: all)")
        .doesNotContain("%");
  }

  @Test
  void readsItsOptions() throws Exception {
    assertThat(ProcessProfilerOptions.parse("")).isEqualTo(ProcessProfilerOptions.DEFAULTS);
    assertThat(ProcessProfilerOptions.parse("live=write; period=60000"))
        .isEqualTo(new ProcessProfilerOptions(60_000, LiveProbes.WRITE, false));
    assertThat(ProcessProfilerOptions.parse("ledger=true"))
        .isEqualTo(new ProcessProfilerOptions(100, LiveProbes.ALL, true));
  }

  @Test
  void refusesWrongOptionsInOneLineThatNamesTheChoices() {
    assertRefused(
        "period=0",
        "-prof process: period=0 is not possible; choose whole milliseconds from 1 to 60000");
    assertRefused(
        "period=60001",
        "-prof process: period=60001 is not possible; choose whole milliseconds from 1 to 60000");
    assertRefused(
        "period=fast",
        "-prof process: period=fast is not possible; choose whole milliseconds from 1 to 60000");
    assertRefused(
        "period",
        "-prof process: period= is not possible; choose whole milliseconds from 1 to 60000");
    assertRefused(
        "period=5;live=maybe",
        "-prof process: live=maybe is not known; choose one of all, read, write, none");
    assertRefused(
        "perod=5", "-prof process: perod=5 is not known; choose from period, live, ledger, help");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> new ProcessProfiler(line))
        .isInstanceOf(ProfilerException.class)
        .hasMessage(message);
  }

  private Collection<RunResult> run(String publishes, String options) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(ProfiledBenchmark.class.getName())
                .param("publishes", publishes)
                .addProfiler(ProcessProfiler.class, options)
                .verbosity(VerboseMode.NORMAL)
                .output(folder.resolve("output").toString())
                .build())
        .run();
  }

  /** The values of each iteration by their labels. */
  private static List<Map<String, Double>> iterations(RunResult run) {
    List<Map<String, Double>> iterations = new ArrayList<>();
    for (BenchmarkResult fork : run.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        Map<String, Double> values = new HashMap<>();
        iteration
            .getSecondaryResults()
            .forEach((label, result) -> values.put(label, result.getScore()));
        iterations.add(values);
      }
    }
    assertThat(iterations).hasSize(3);
    return iterations;
  }

  private String jmh(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djmh.ignoreLock=true", "-cp", System.getProperty("java.class.path")));
    command.add("org.openjdk.jmh.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
