package snapbench.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** A cell whose verdict is open is measured again. */
class UntilDecidedIT {
  @TempDir Path folder;

  /** Six cycles are too few for any verdict, so what is measured makes no difference. */
  @Test
  void measuresAgainInANewTesteeUntilTheLimit() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithSmallTestee(
            folder,
            ("snapshotAndDump --until-decided --max-cycles 6 -bm ss -wi 0 -i 3 -p snapshot=file"
                    + " -p scale=0.001 -p threads=1")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(benchmarks.output())
          .containsPattern(
              "# look 1 of 2, 3 cycles: INCONCLUSIVE, growth .*; starting again with 6 cycles")
          .contains("cell 1 of 1, look 2 of 2")
          .containsPattern(
              "# look 2 of 2, 6 cycles: INCONCLUSIVE, growth .* --max-cycles 6 allows");
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks())
          .extracting(Fork::number, Fork::fork, Fork::look, cell -> cell.cycles().size())
          .containsExactly(tuple(1, 1, new Look(1, 2), 3), tuple(2, 1, new Look(2, 2), 6));
      assertThat(run.forks().stream().map(cell -> requireNonNull(cell.testee()).pid()).distinct())
          .hasSize(2);
      assertThat(run.results()).hasSize(1);
      JmhResult last = run.results().get(0);
      assertThat(last.primaryMetric().rawData()).hasSize(1).allMatch(fork -> fork.size() == 6);
      assertThat(Files.readString(run.path().resolve("report.md")))
          .contains("look 2 of 2; its intervals are of 97.50 %", "cells/1.json")
          .doesNotContain("fork 2");
    }
  }
}
