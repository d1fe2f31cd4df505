package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.results.folder.Run;

/** The main job on a small database, in two forks, from the jar alone. */
class CellsIT {
  private static final int FORKS = 2;
  private static final int ITERATIONS = 2;

  @TempDir Path folder;

  @Test
  void everyMetricHasAValueForEveryIterationAndEveryCycleIsOnRecord() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            ("snapshotAndDump -f 2 -wi 1 -w 100ms -i 2 -r 100ms -p snapshot=file"
                    + " -p scale=0.001 -p threads=2 -rf json -rff out.json")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();

      JsonNode results = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
      assertThat(results).hasSize(1);
      JsonNode result = results.get(0);
      assertThat(result.get("forks").asInt()).isEqualTo(FORKS);
      assertRawData(result.get("primaryMetric"));
      for (Metric metric : Metric.reported(false)) {
        assertRawData(result.get("secondaryMetrics").get(metric.label()));
      }

      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).hasSize(FORKS);
      run.forks().forEach(CellsIT::assertHoldsEveryCycle);
    }
  }

  private static void assertRawData(JsonNode metric) {
    assertThat(metric.get("rawData")).hasSize(FORKS);
    metric.get("rawData").forEach(fork -> assertThat(fork).hasSize(ITERATIONS));
  }

  private static void assertHoldsEveryCycle(Fork cell) {
    List<Cycle> cycles = cell.cycles();
    assertThat(cycles)
        .extracting(Cycle::cycle)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, cycles.size()).boxed().toList());
    assertThat(cycles.stream().filter(Cycle::warmup)).isNotEmpty();
    assertThat(cycles).allSatisfy(cycle -> assertThat(cycle.after().rssKiB()).isPositive());
    assertThat(cell.iterations()).hasSize(1 + ITERATIONS);
    assertThat(last(cell.iterations().stream()).metrics().get(Metric.PROCESS_CYCLES.label()))
        .isEqualTo(cycles.size());
  }

  private static <T> T last(Stream<T> items) {
    return items.reduce((first, second) -> second).orElseThrow();
  }
}
