package snapbench.self.chaos.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.model.Metric;
import snapbench.model.Parameter;
import snapbench.model.Reading;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.Completion;
import snapbench.results.folder.CycleLog;

/** Valid inputs of every kind that is read. */
public final class Inputs {
  private static final String BENCHMARK = "snapbench.workload.SnapshotBenchmark.snapshotAndDump";
  private static final Map<String, Object> SETTINGS =
      Map.of("jmhVersion", "1.37", Parameter.THREADS.label(), 2, "forks", 2, "jdkVersion", "21");

  /** How many ways there are to write a series. */
  static final int SERIES = 6;

  private Inputs() {}

  /** Writes {@code a.json}, {@code b.json}, {@code run} and {@code 0.csv} and so on. */
  public static void write(Path folder) throws IOException {
    jmh(folder.resolve("a.json"), 1);
    jmh(folder.resolve("b.json"), 1.25);
    run(folder.resolve("run"));
    for (int way = 0; way < SERIES; way++) {
      series(folder.resolve(way + ".csv"), way);
    }
  }

  /** Writes results of JMH's, in all that it knows to write. */
  private static void jmh(Path file, double factor) throws IOException {
    List<List<Double>> raw = List.of(List.of(2 * factor, 2.5), List.of(2.25, 2.125 * factor));
    Object histogram = List.of(List.of(List.of(List.of(2.0 * factor, 50), List.of(3.5, 10))));
    Map<String, Object> percentiles = Map.of("0.0", 2.0, "50.0", 2.2 * factor, "100.0", 3.5);
    Object measured =
        Map.of("score", 2.2, "scoreError", "NaN", "scoreUnit", "ms/op", "rawData", raw);
    Object sampled =
        Map.of(
            "score",
            2.2,
            "scoreError",
            0.5,
            "scoreConfidence",
            List.of(1.7, 2.7),
            "scorePercentiles",
            percentiles,
            "scoreUnit",
            "ms/op",
            "rawDataHistogram",
            histogram);
    JsonFiles.write(
        file,
        List.of(
            result("org.example.Cache.get", "avgt", Map.of("size", "10"), measured),
            result("org.example.Cache.get", "avgt", Map.of("size", "20"), measured),
            result("org.example.Cache.put", "sample", Map.of(), sampled)));
  }

  private static Map<String, Object> result(
      String benchmark, String mode, Map<String, String> params, Object score) {
    Map<String, Object> result = new LinkedHashMap<>(SETTINGS);
    result.putAll(Map.of("benchmark", benchmark, "mode", mode, "params", params));
    result.put("primaryMetric", score);
    result.put("secondaryMetrics", Map.of("gc.alloc.rate.norm", score));
    return result;
  }

  /** Writes a run's folder, with a log that a killed harness left. */
  private static void run(Path folder) throws IOException {
    Path cells = Files.createDirectories(folder.resolve("cells"));
    List<Object> results = new ArrayList<>();
    List<Completion.Planned> planned = new ArrayList<>();
    Object score = Map.of("score", 1.5, "scoreUnit", "s/op", "rawData", List.of(List.of(1.0, 2.0)));
    for (int number = 1; number <= 2; number++) {
      Fork fork = fork(number);
      JsonFiles.write(cells.resolve(number + ".json"), fork);
      results.add(result(fork.benchmark(), fork.mode(), fork.params(), score));
      planned.add(new Completion.Planned(fork.benchmark(), fork.mode(), fork.params(), 1));
    }
    JsonFiles.write(folder.resolve("jmh-result.json"), results);
    new Completion(Completion.State.RUNNING, planned).write(folder);
    JsonFiles.write(
        folder.resolve("environment.json"),
        Map.of(
            "time",
            "2026-11-24T18:26:18Z",
            "command",
            "java -jar benchmarks.jar",
            "operatingSystem",
            Map.of("name", "Linux", "kernel", "6.1"),
            "processor",
            Map.of("model", "any", "logicalCores", 2.0),
            "memory",
            Map.of("totalKiB", 2.4e7),
            "limits",
            Map.of("memoryKiB", "Infinity"),
            "findings",
            List.of(Map.of("kind", "CORES", "severity", "WORTH_KNOWING", "read", "2"))));
    Fork third = fork(3);
    CycleLog.Header header = new CycleLog.Header(3, BENCHMARK, "ss", 1, third.params(), Look.ONLY);
    try (CycleLog log = CycleLog.create(cells.resolve("3.cycles.jsonl"), header)) {
      log.baseline(new Reading(90_000, 0, 12, 20));
      for (Cycle cycle : third.cycles()) {
        log.add(cycle);
      }
    }
  }

  private static Fork fork(int number) {
    List<Cycle> cycles =
        IntStream.rangeClosed(1, 30).mapToObj(i -> cycle(i, number * 100_000 + i * 64)).toList();
    Map<String, Double> metrics = new LinkedHashMap<>();
    Stream.of(Metric.values()).forEach(metric -> metrics.put(metric.label(), 100.0 + number));
    return new Fork(
        number,
        BENCHMARK,
        "ss",
        1,
        Map.of(
            Parameter.SNAPSHOT.label(),
            List.of("none", "memory", "file", "none").get(number),
            Parameter.THREADS.label(),
            "2"),
        Fork.State.MEASURED,
        null,
        new Fork.Testee(
            4711,
            List.of("java", "-jar", "testee.jar"),
            "g:a:1",
            "c0ffee",
            "verified",
            List.of("a.jar"),
            "org.sqlite.JDBC",
            "1",
            "3.54.1",
            List.of("THREADSAFE=1"),
            "17",
            Map.of("parent", 100L),
            60L << 20,
            12),
        new Reading(90_000, 0, 12, 20),
        cycles,
        IntStream.rangeClosed(1, 3).mapToObj(i -> new Iteration(false, i, metrics)).toList(),
        Look.ONLY);
  }

  private static Cycle cycle(int number, double rssKiB) {
    return new Cycle(
        number,
        number < 5,
        (number + 9) / 10,
        number % 2,
        new Reading(rssKiB, 0, 13, 20),
        1234.5,
        100,
        0.25,
        1100.125,
        8.5,
        533_500_000,
        4_570_000,
        430_000_000,
        150.5,
        Double.NaN);
  }

  /** Writes a series as a monitor does, in one of its ways. */
  private static void series(Path file, int way) throws IOException {
    String separator = List.of(",", ";", "\t").get(way % 3);
    StringBuilder text =
        new StringBuilder(String.join(separator, "time", "rss (MiB)", "fds", "heap_bytes\n"));
    for (int i = 0; i < 40; i++) {
      String time = "2026-11-24T%02d:%02d:00Z".formatted(i / 6, i % 6 * 10);
      String rss = String.format(Locale.ROOT, "%.1f", 400 + 0.5 * i);
      text.append(String.join(separator, way < 3 ? "" + i : time, rss, "12", "1048576"));
      text.append('\n');
    }
    Files.writeString(
        file, way % 3 == 1 ? text.toString().replace('.', ',') : text, StandardCharsets.UTF_8);
  }
}
