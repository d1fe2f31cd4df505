package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.cli.terminal.ExitCode;
import snapbench.model.Fork;
import snapbench.results.folder.Run;

/** The parameter {@code leak} from the command line to the report. */
class PlantedLeakIT {
  @TempDir Path folder;

  @Test
  void aPlantedLeakShowsInTheReadingsAndTheReportSaysSo() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startWithSmallTestee(
            folder,
            ("snapshotAndDump -bm ss -wi 0 -i 5 -p leak=thread:2 -p snapshot=file -p scale=0.002"
                    + " -p threads=2")
                .split(" "))) {
      assertThat(benchmarks.exitCode()).as(benchmarks.output()).isZero();
      assertThat(benchmarks.output())
          .contains("Planted leak\n\n  PLANTED LEAK thread:2 in")
          .doesNotContain("\u001b");
      assertThat(Files.readString(benchmarks.run().resolve("report.md")))
          .contains("> [!CAUTION]\n> - PLANTED LEAK thread:2");
      Fork cell = Run.read(benchmarks.run()).forks().get(0);
      List<Double> threads = cell.cycles().stream().map(cycle -> cycle.after().threads()).toList();
      assertThat(threads).hasSize(5).isSorted();
      for (int i = 0; i < threads.size(); i++) {
        double planted = Math.floor(i / 2.0);
        // the endpoint may have taken another thread or two
        assertThat(threads.get(i) - threads.get(0)).isBetween(planted, planted + 2);
      }
    }
  }

  @Test
  void aLeakThatCannotBePlantedIsRefusedInOneLine() throws Exception {
    try (BenchmarksProcess benchmarks =
        BenchmarksProcess.startJarAlone(folder, "dumpLive", "-p", "leak=native")) {
      assertThat(benchmarks.exitCode()).isEqualTo(ExitCode.INVALID_INPUT.number());
      assertThat(benchmarks.errors().lines())
          .singleElement()
          .asString()
          .startsWith("snapbench: -p leak=native is not possible; choose none, connection");
    }
  }
}
