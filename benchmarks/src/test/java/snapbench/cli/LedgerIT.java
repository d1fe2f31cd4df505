package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.cli.terminal.ExitCode;
import snapbench.host.kernel.ResidentCounter;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.results.folder.Run;

/** A run with the ledger on, of a testee that leaks native memory, from the jar alone. */
class LedgerIT {
  private static final int ITERATIONS = 24;
  private static final int HEAP_MIB = 64;
  private static final Pattern LEAK =
      Pattern.compile("cause: NATIVE_LEAK: ([\\d,]+) KiB per cycle \\(");

  @TempDir private static Path folder;
  private static BenchmarksProcess benchmarks;

  @BeforeAll
  static void measure() throws Exception {
    String arguments =
        "snapshotAndDump -bm ss -wi 0 -i 24 -p scale=0.005 -p threads=1 -p leak=native:1m"
            + " -prof process:ledger=true --fail-on NATIVE_LEAK -rf json -rff out.json -p";
    String heap = "jvmArgs=-XX:+UseSerialGC -XX:+AlwaysPreTouch -Xms64m -Xmx64m";
    benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            Stream.concat(Stream.of(arguments.split(" ")), Stream.of(heap)).toArray(String[]::new));
    assertThat(benchmarks.exitCode())
        .as(benchmarks.output())
        .isEqualTo(ExitCode.GATE_CROSSED.number());
  }

  @AfterAll
  static void end() {
    benchmarks.close();
  }

  @Test
  void everyIterationHasALedgerThatAddsUpToTheResidentSet() throws Exception {
    JsonNode metrics =
        new ObjectMapper().readTree(folder.resolve("out.json").toFile()).at("/0/secondaryMetrics");
    for (Metric metric : Metric.reported(true)) {
      assertThat(metrics.get(metric.label()).at("/rawData/0")).hasSize(ITERATIONS);
    }
    Fork cell = Run.read(benchmarks.run()).forks().get(0);
    assertThat(cell.iterations())
        .extracting(Iteration::iteration)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, ITERATIONS).boxed().toList());
    cell.iterations().forEach(LedgerIT::assertAddsUp);
    List<Double> trimmed =
        cell.iterations().stream()
            .map(iteration -> iteration.metrics().get(Metric.MALLOC_TRIMMED.label()))
            .toList();
    assertThat(trimmed.subList(0, ITERATIONS)).allMatch(kiB -> kiB.isNaN());
    assertThat(trimmed.get(ITERATIONS)).isPositive();
    assertThat(benchmarks.output()).contains("Resident set by owner", "nativeFree");
    assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
  }

  @Test
  void aNativeLeakThatTheResidentSetHidesIsFoundAndCrossesTheGate() throws Exception {
    assertThat(benchmarks.output())
        .contains("is memory that native code took and did not give back");
    Matcher leak = LEAK.matcher(benchmarks.output());
    assertThat(leak.find()).as(benchmarks.output()).isTrue();
    assertThat(Double.parseDouble(leak.group(1).replace(",", ""))).isCloseTo(1024, within(100.0));
    assertThat(Files.readString(benchmarks.run().resolve("series.csv"))).contains(",NATIVE_LEAK,");
  }

  private static void assertAddsUp(Iteration iteration) {
    Map<String, Double> metrics = iteration.metrics();
    double sum =
        metrics.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("ledger."))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double rss = metrics.getOrDefault(Metric.PROCESS_RSS.label(), Double.NaN);
    double threads = metrics.getOrDefault(Metric.PROCESS_THREADS.label(), Double.NaN);
    assertThat(sum).isCloseTo(rss, within(ResidentCounter.lagKiB(threads)));
    assertThat(metrics.get(Metric.LEDGER_JAVA_HEAP.label())).isEqualTo(HEAP_MIB * 1024);
    assertThat(metrics.get(Metric.LEDGER_UNATTRIBUTED.label())).isBetween(0.0, 0.03 * rss);
  }
}
