package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** Rounds over all cells, one fork each. */
class InterleavingIT {
  private static final Pattern PROGRESS =
      Pattern.compile("cell \\d of \\d, fork \\d of \\d|Parameters: \\(.*\\)");

  @TempDir Path folder;

  /** There and back: JMH does not tell again of the cell that it has just measured. */
  @Test
  void measuresInRoundsAndMergesIntoOneResult() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder, "--interleave", "TinyBenchmark.succeeding", "-f", "2", "-i", "3")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(
              PROGRESS.matcher(benchmarks.output()).results().map(match -> match.group()).toList())
          .isEqualTo(
              List.of(
                  "Parameters: (tokens = 10)",
                  "cell 1 of 2, fork 1 of 2",
                  "Parameters: (tokens = 20)",
                  "cell 2 of 2, fork 1 of 2",
                  "cell 2 of 2, fork 2 of 2",
                  "Parameters: (tokens = 10)",
                  "cell 1 of 2, fork 2 of 2"));
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks())
          .extracting(Fork::number, cell -> cell.params().get("tokens"), Fork::fork)
          .containsExactly(
              tuple(1, "10", 1), tuple(2, "10", 2), tuple(3, "20", 1), tuple(4, "20", 2));
      assertThat(run.results()).hasSize(2);
      for (JmhResult result : run.results()) {
        assertThat(result.primaryMetric().rawData()).hasSize(2).allMatch(row -> row.size() == 3);
      }
    }
  }

  @Test
  void doesNotTryAgainInTheNextRoundWhatIsUnsupported() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.start(
            folder, "TinyCellBenchmark", "-p", "fate=unsupported,killed", "--interleave")) {
      assertThat(benchmarks.exitCode()).isEqualTo(1);
      assertThat(Run.read(benchmarks.run()).forks())
          .extracting(Fork::fork, Fork::state)
          .containsExactly(
              tuple(1, State.UNSUPPORTED),
              tuple(2, State.UNSUPPORTED),
              tuple(1, State.FAILED),
              tuple(2, State.FAILED));
      assertThat(benchmarks.output()).doesNotContain("cell 1 of 2, fork 2 of 2");
    }
  }
}
