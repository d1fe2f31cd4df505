package snapbench.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.CompareRunner;
import snapbench.cli.ReportRunner;

/** {@code compare} and {@code report} on results that JMH measured in different ways. */
class CompareOtherSettingsTest {
  @TempDir Path folder;
  private CompareRunner runner;

  @BeforeEach
  void copyFiles() throws IOException {
    runner = new CompareRunner(folder);
  }

  /** Ten forks of two iterations, about as fast as the score says, in JMH's format. */
  private static String result(
      String benchmark, String mode, String params, String settings, double score, String unit) {
    String rows =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    String.format(
                        Locale.ROOT, "[%s, %s]", score * (1 + i * 1e-3), score * (1 + i * 2e-3)))
            .collect(Collectors.joining(","));
    return """
        {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "params": {%s}, %s
         "primaryMetric": {"score": %s, "scoreUnit": "%s", "rawData": [%s]}}
        """
        .formatted(benchmark, mode, params, settings, score, unit, rows);
  }

  private static String throughput(String settings, double score) {
    return result("org.example.Queue.poll", "thrpt", "", settings, score, "ops/s");
  }

  private void compare(String base, String candidate, String options) throws IOException {
    Files.writeString(folder.resolve("a.json"), "[" + base + "]");
    Files.writeString(folder.resolve("b.json"), "[" + candidate + "]");
    assertThat(runner.compare("a.json b.json " + options)).as(runner.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"threads\": 8,'              | '\"threads\": 2,'               | 'threads differ: 8 (reference), 2 (candidate)'",
        "'\"measurementBatchSize\": 1,' | '\"measurementBatchSize\": 50,' | 'batch size differs: 1 (reference), 50 (candidate)'",
      })
  void saysNeitherBetterNorWorseOfOtherWork(String first, String second, String warning)
      throws IOException {
    compare(throughput(first, 100), throughput(second, 300), "");
    assertThat(runner.out())
        .contains("  " + warning + "\n")
        .contains("org.example.Queue.poll (thrpt), throughput: " + warning)
        .doesNotContainPattern("(better|worse|same)\\.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"vmName\": \"VM\", \"vmVersion\": \"17.0.9\",' | '\"vmName\": \"VM\", \"vmVersion\": \"25\",' | 'JVM differs: VM 17.0.9 (reference), VM 25 (candidate)'",
        "'\"jvmArgs\": [],'               | '\"jvmArgs\": [\"-Xmx1g\", \"-Xint\"],' | 'JVM arguments differ: none (reference), -Xmx1g -Xint (candidate)'",
        "'\"measurementTime\": \"10 s\",' | '\"measurementTime\": \"1 s\",'  | 'time of an iteration differs: 10 s (reference), 1 s (candidate)'",
        "'\"warmupIterations\": 5,'       | '\"warmupIterations\": 0,'       | 'warm-up iterations differ: 5 (reference), 0 (candidate)'",
      })
  void warnsOfOtherSettings(String first, String second, String warning) throws IOException {
    compare(throughput(first, 100), throughput(second, 100.01), "");
    assertThat(runner.out()).contains("  " + warning + "\n").contains("  same.");
  }

  @Test
  void settingsThatOneFileDoesNotTellAreNoDifference() throws IOException {
    compare(throughput("\"threads\": 8,", 100), throughput("", 100), "");
    assertThat(runner.out()).doesNotContain("threads differ").contains("  same.");
  }

  @ParameterizedTest
  @CsvSource({
    "avgt, ns/op, 1500000, s/op, 0.0015",
    "ss, ms/op, 90000, min/op, 1.5",
    "thrpt, ops/s, 2000, ops/ms, 2",
    "thrpt, ops/us, 0.5, ops/s, 500000",
  })
  void convertsUnitsOfTime(String mode, String first, double score, String second, double same)
      throws IOException {
    String name = "org.example.Queue.poll";
    compare(result(name, mode, "", "", score, first), result(name, mode, "", "", same, second), "");
    assertThat(runner.out())
        .contains("throughput is 1.000 times")
        .contains("  " + first + "  ")
        .contains("  same.");
  }

  @Test
  void unitsOfAnotherKindAreNotCompared() throws IOException {
    String name = "org.example.Queue.poll";
    compare(result(name, "avgt", "", "", 2, "ms/op"), result(name, "avgt", "", "", 2, "MB/op"), "");
    assertThat(runner.out()).contains("throughput: scores are in ms/op and in MB/op");
  }

  @Test
  void pairsWhereParametersWereAddedOrRemoved() throws IOException {
    compare(
        throughput("", 100)
            + ","
            + result("org.example.Map.put", "thrpt", "\"old\": \"1\"", "", 50, "ops/s"),
        result("org.example.Queue.poll", "thrpt", "\"fair\": \"true\"", "", 100, "ops/s")
            + ","
            + result("org.example.Map.put", "thrpt", "", "", 50, "ops/s"),
        "");
    assertThat(runner.out())
        .contains("  parameter fair is only in the candidate: true\n")
        .contains("  parameter old is only in the reference: 1\n")
        .doesNotContain("Not compared");
  }

  @Test
  void namesTheClassWhereMethodsRepeatAndThePackageWhereClassesDo() throws IOException {
    String base = result("org.a.Cache.get", "thrpt", "", "", 1, "ops/s");
    String both = base + "," + result("org.b.Cache.get", "thrpt", "", "", 1, "ops/s");
    String all = both + "," + result("org.b.Queue.get", "thrpt", "", "", 1, "ops/s");
    compare(all, all + "," + result("org.b.Stack.get", "thrpt", "", "", 1, "ops/s"), "");
    assertThat(runner.out())
        .contains("a.Cache.get: throughput is 1.000")
        .contains("b.Cache.get: throughput is 1.000")
        .contains("  Queue.get: throughput is 1.000")
        .contains("org.b.Stack.get (thrpt): only in the candidate")
        .doesNotContain(", thrpt: throughput");
  }

  @Test
  void comparesHistogramsByTheMeanOfEachIteration() throws IOException {
    String row = "[[[1.0, 9], [11.0, 1]], [[2.0, 4]]]"; // means 2 and 2
    String base = histogram(row, "us/op");
    compare(base, histogram("[[[0.002, 2], [0.004, 2]]]", "ms/op"), "");
    assertThat(runner.out()).contains("throughput is 0.667 times").contains("  worse.");
    assertThat(runner.compare("a.json b.json --fail-on throughput<0.7")).isEqualTo(3);
  }

  private static String histogram(String row, String unit) {
    String rows = IntStream.range(0, 10).mapToObj(i -> row).collect(Collectors.joining(","));
    return """
        {"benchmark": "org.example.Queue.poll", "mode": "sample",
         "primaryMetric": {"score": 2.0, "scoreUnit": "%s", "rawDataHistogram": [%s]}}
        """
        .formatted(unit, rows);
  }

  @Test
  void aReportTellsApartWhatDiffersInSettingsOnly() throws IOException {
    Path file = folder.resolve("both.json");
    String jvm = "\"vmName\": \"VM\", \"vmVersion\": \"%s\", \"threads\": %d,";
    Files.writeString(
        file,
        "["
            + throughput(jvm.formatted("17", 1), 100)
            + ","
            + throughput(jvm.formatted("17", 16), 700)
            + ","
            + throughput(jvm.formatted("25", 16), 800)
            + "]");
    ReportRunner report = new ReportRunner(folder);
    assertThat(report.report(file, "-o", folder.resolve("out"))).as(report.err()).isZero();
    assertThat(report.out())
        .containsPattern("JVM=VM 17, threads=1 +thrpt +100\\.0")
        .containsPattern("JVM=VM 17, threads=16 +thrpt +700\\.0")
        .containsPattern("JVM=VM 25, threads=16 +thrpt +800\\.0");
    assertThat(runner.compare("both.json --reference threads=1")).as(runner.err()).isZero();
    assertThat(runner.out()).contains("throughput is 7.000 times");
  }
}
