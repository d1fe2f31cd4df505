package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end with a comparison. */
class ReferenceIT {
  private static final String TINY = "TinyBenchmark.succeeding -i 1 -r 20ms --reference tokens=10 ";

  @TempDir Path folder;

  @Test
  void exitsWithThreeWhereAGateIsCrossed() throws Exception {
    String arguments = TINY + "-p tokens=10,90 -f 10 --interleave --fail-on throughput<0.8";
    try (BenchmarksProcess benchmarks = BenchmarksProcess.start(folder, arguments.split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isEqualTo(3);
      assertThat(benchmarks.errors())
          .contains("snapbench: crossed: throughput<0.8: succeeding (tokens=90; thrpt): 0.");
      assertThat(benchmarks.output())
          .contains("Comparison with tokens=10")
          .containsPattern("worse\\n");
      assertThat(Files.readString(benchmarks.run().resolve("report.md")))
          .contains("# Comparison with tokens=10", "--fail-on 'throughput<0.8'\n```");
      assertThat(Files.readString(benchmarks.run().resolve("environment.json")))
          .containsPattern("\"command\" : \"java .* -jar benchmarks.jar .* --interleave --fail-on");
    }
  }

  @Test
  void saysWhatFewForksLeaveUndecided() throws Exception {
    String arguments = TINY + "-f 1 --fail-on throughput<0.8";
    try (BenchmarksProcess benchmarks = BenchmarksProcess.start(folder, arguments.split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.errors())
          .contains("with -f 1 nothing can be decided; give -f 10")
          .contains(
              "undecided: throughput<0.8: succeeding (tokens=20; thrpt): fewer than 10 forks");
      assertThat(benchmarks.output()).contains("a decision needs 9 more forks of the reference");
    }
  }

  @Test
  void comparesNothingWhereTheReferenceIsUnsupported() throws Exception {
    String arguments =
        "TinyCellBenchmark -p fate=unsupported,harmless -f 1 --reference fate=unsupported"
            + " --fail-on throughput<0.8";
    try (BenchmarksProcess benchmarks = BenchmarksProcess.start(folder, arguments.split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();
      assertThat(benchmarks.errors()).contains("undecided: throughput<0.8: --reference fate=");
      assertThat(benchmarks.output())
          .containsPattern("--reference fate=unsupported was not measured \\(.+\\)");
    }
  }
}
