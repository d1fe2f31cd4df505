package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends with a comparison. */
class ReferenceIT {
  @TempDir Path folder;

  @Test
  void saysWhatFewForksLeaveUndecided() throws Exception {
    String arguments =
        "TinyBenchmark.succeeding -i 1 -r 20ms -f 1 --reference tokens=10 --interleave"
            + " --fail-on throughput<0.8";
    try (BenchmarksProcess benchmarks = BenchmarksProcess.start(folder, arguments.split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.errors())
          .contains("with -f 1 nothing can be decided; give -f 10")
          .contains(
              "undecided: throughput<0.8: succeeding (tokens=20; thrpt): fewer than 10 forks");
      assertThat(benchmarks.output())
          .contains("Comparison with tokens=10", "a decision needs 9 more pairs of forks");
      assertThat(Files.readString(benchmarks.run().resolve("report.md")))
          .contains("# Comparison with tokens=10", "--fail-on 'throughput<0.8'\n```");
      assertThat(Files.readString(benchmarks.run().resolve("environment.json")))
          .containsPattern("\"command\" : \"java .* -jar benchmarks.jar .* --interleave --fail-on");
    }
  }
}
