package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.host.process.MarkedProcesses;

/** {@code self chaos}: runs that are killed say so, and leave nothing. */
class ChaosIT {
  @TempDir Path folder;

  @Test
  void nothingIsWrongWithRunsThatAreDisturbed() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder, "self", "chaos", "--mutations", "0", "--runs", "3", "--seed", "18")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output() + benchmarks.errors()).isZero();
      assertThat(benchmarks.output())
          .endsWith(
              """
              tries: 3
              wrong exit code: 0
              frames shown: 0
              exception escaped: 0
              not one line: 0
              unbounded: 0
              left over: 0
              wrong figures: 0
              """);
      assertThat(benchmarks.leftInTemporaryFolder()).isEmpty();
    }
  }

  @Test
  void oneThatIsRepeatedKeepsItsFiles() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(folder, "self", "chaos", "--run", "1", "--seed", "18")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output() + benchmarks.errors()).isZero();
      assertThat(benchmarks.output()).contains("tries: 1\n");
      Path root =
          Path.of(
              benchmarks
                  .output()
                  .lines()
                  .filter(line -> line.startsWith("files: "))
                  .findFirst()
                  .orElseThrow()
                  .substring("files: ".length()));
      assertThat(root.resolve("runs").resolve("1").resolve("disk"))
          .isDirectoryContaining("glob:**results");
      assertThat(
              MarkedProcesses.with("SNAPBENCH_CHAOS", root.resolve("runs").resolve("1").toString()))
          .isEmpty();
    }
  }
}
