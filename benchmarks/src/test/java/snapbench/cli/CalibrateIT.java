package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.model.Fork;
import snapbench.results.folder.Run;

/** A tiny calibration with real testees. */
class CalibrateIT {
  @TempDir Path folder;

  @Test
  void findsADescriptorLeftOpenInEachCycle() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(
            folder,
            "calibrate",
            "--kinds",
            "dumpLive",
            "--leaks",
            "fd",
            "--scale",
            "0.001",
            "--threads",
            "1",
            "--cycles",
            "12",
            "--forks",
            "1")) {
      assertThat(benchmarks.exitCode()).as(benchmarks.errors()).isZero();

      assertThat(benchmarks.errors())
          .contains("calibrate: cell 1 of 2, ETA", "calibrate: cell 2 of 2, ETA");
      assertThat(benchmarks.output())
          .contains("Planted leaks: how many were found", "Clean runs: how many false alarms")
          .containsPattern(
              "dumpLive +fd +1\\.000 +[01][.0-9]+ +12 +1 +1 +0 +0 +0 +100\\.0"
                  + " +\\[2\\.5, 100\\.0\\]")
          .contains("All snapshots together, fds, 12 cycles: 0 of 1, 0.0 % [0.0, 97.5]")
          .containsPattern("dumpLive +fd +12 +fd +1\\.000")
          .contains("Results are in ");
      Run run = Run.read(benchmarks.run());
      assertThat(run.forks()).extracting(Fork::state).containsOnly(Fork.State.MEASURED).hasSize(2);
      assertThat(run.path()).isDirectoryContaining("glob:**calibration.md");
    }
  }
}
