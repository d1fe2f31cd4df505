package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.profile.Metric;
import snapbench.results.Cell;
import snapbench.results.Run;

/** A run with the ledger on, from the jar alone. */
class LedgerIT {
  private static final int ITERATIONS = 3;

  @TempDir Path folder;

  @Test
  void everyIterationHasALedgerThatAddsUpToTheResidentSet() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            ("snapshotAndDump -bm ss -wi 0 -i 3 -p scale=0.01 -p threads=4"
                    + " -prof process:ledger=true -rf json -rff out.json")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();

      JsonNode metrics =
          new ObjectMapper()
              .readTree(folder.resolve("out.json").toFile())
              .at("/0/secondaryMetrics");
      for (Metric metric : Metric.reported(true)) {
        assertThat(metrics.get(metric.label()).at("/rawData/0")).hasSize(ITERATIONS);
      }

      Cell cell = Run.read(benchmarks.run()).cells().get(0);
      assertThat(cell.iterations())
          .extracting(Cell.Iteration::iteration)
          .containsExactly(0, 1, 2, 3);
      cell.iterations().forEach(LedgerIT::assertAddsUp);
      List<Double> trimmed =
          cell.iterations().stream()
              .map(iteration -> iteration.metrics().get(Metric.MALLOC_TRIMMED.label()))
              .toList();
      assertThat(trimmed.subList(0, ITERATIONS)).allMatch(kiB -> kiB.isNaN());
      assertThat(trimmed.get(ITERATIONS)).isPositive();
      assertThat(benchmarks.output()).contains("Resident set by owner", "nativeFree");
    }
  }

  @Test
  void aNativeLeakThatTheResidentSetHidesIsFoundAndCrossesTheGate() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            ("snapshotAndDump -bm ss -wi 0 -i 24 -p scale=0.005 -p threads=1 -p leak=native:1m"
                    + " -prof process:ledger=true --fail-on NATIVE_LEAK")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isEqualTo(Main.GATE_CROSSED);
      assertThat(benchmarks.output())
          .containsPattern("cause: NATIVE_LEAK: 1,0\\d\\d KiB per cycle \\(")
          .contains("is memory that native code took and did not give back");
      assertThat(Files.readString(benchmarks.run().resolve("series.csv")))
          .contains(",NATIVE_LEAK,");
    }
  }

  private static void assertAddsUp(Cell.Iteration iteration) {
    Map<String, Double> metrics = iteration.metrics();
    double sum =
        metrics.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("ledger."))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double rss = metrics.getOrDefault(Metric.PROCESS_RSS.label(), Double.NaN);
    assertThat(sum).isEqualTo(rss);
    assertThat(metrics.get(Metric.LEDGER_JAVA_HEAP.label())).isEqualTo(256 * 1024);
    assertThat(metrics.get(Metric.LEDGER_UNATTRIBUTED.label())).isBetween(0.0, 0.03 * rss);
  }
}
