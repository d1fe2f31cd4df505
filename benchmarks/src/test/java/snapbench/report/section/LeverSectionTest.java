package snapbench.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Reading;
import snapbench.report.Report;
import snapbench.report.model.Section;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** What frees the memory, of cells with a baseline of 1,000 KiB. */
class LeverSectionTest {
  private static Section levers(Fork... cells) {
    Run run = new Run(Path.of("run"), List.of(cells), Map.of(), List.of());
    return Report.of(run).sections().stream()
        .filter(section -> section.heading().startsWith("Levers"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ranksLeversAgainstTheSystemsBaseline() {
    Fork system = lever(1, "system", "16", 3000, 100);
    Fork arena = lever(2, "arena1", "16", 1500, 200);
    Fork single = lever(3, "system", "1", 1200, 100);
    Section levers = levers(system, arena, single);
    assertThat(levers.tables().get(0).rows())
        .extracting(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(4), row.get(9)))
        .containsExactly(
            List.of("1", "1", "memory, threads=1", "1.20 times", "1.00"),
            List.of("2", "2", "memory, malloc=arena1", "1.50 times", "0.50"),
            List.of("3", "3", "memory", "3.00 times", "1.00"));
    assertThat(levers.lines().get(1))
        .isEqualTo(
            "Least at the end: memory, malloc=arena1, 1.50 times the baseline, at 0.50 of the"
                + " throughput. In a unit file: Environment=\"MALLOC_ARENA_MAX=1\""
                + " Environment=\"JAVA_TOOL_OPTIONS=-XX:TrimNativeHeapInterval=500\"; in a"
                + " Dockerfile: ENV MALLOC_ARENA_MAX=1"
                + " JAVA_TOOL_OPTIONS=-XX:TrimNativeHeapInterval=500");
  }

  private static Fork lever(
      int number, String malloc, String threads, double rssKiB, double totalMillis) {
    Fork.Testee testee =
        Cells.testee(
            Cells.testee().driver(),
            List.of(
                "env", "MALLOC_ARENA_MAX=1", "java", "-XX:TrimNativeHeapInterval=500", "-cp", "x"));
    Reading after = Cells.reading(rssKiB, 12);
    List<Cycle> cycles = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      cycles.add(
          new Cycle(
              i, false, 1, 0, after, totalMillis, 1, 1, 1, 1, 1, 1, 1, Double.NaN, Double.NaN));
    }
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "ss")
        .number(number)
        .params(Map.of("snapshot", "memory", "malloc", malloc, "threads", threads))
        .testee(testee)
        .baseline(Cells.reading(1000, 12))
        .cycles(cycles)
        .iterations(
            List.of(
                new Iteration(
                    false, 1, Map.of("process.rss", rssKiB, "process.rss.peak", rssKiB + 10))))
        .build();
  }

  /** Another database has another baseline, and another time of a cycle. */
  @Test
  void ranksOnlyWhatHasTheSameDatabase() {
    Fork system = lever(1, "system", "16", 3000, 100);
    Fork arena = lever(2, "arena1", "16", 1500, 200);
    Section levers = levers(system, arena, withScale(lever(3, "system", "16", 9000, 400), "1"));
    assertThat(levers.tables().get(0).rows()).hasSize(2);
    assertThat(levers.lines())
        .anyMatch(line -> line.startsWith("Not ranked here") && line.endsWith(": 1 variant."));
  }

  private static Fork withScale(Fork cell, String scale) {
    Map<String, String> params = new LinkedHashMap<>(cell.params());
    params.put("scale", scale);
    return ForkBuilder.like(cell).params(params).build();
  }
}
