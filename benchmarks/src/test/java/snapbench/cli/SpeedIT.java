package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import snapbench.control.CompiledControls;

/** The project's own speed; how fast that is, no test can say. */
class SpeedIT {
  @TempDir Path folder;

  @Test
  void theJvmStandsBesideC() throws Exception {
    CompiledControls.requireTools("c");
    try (BenchmarksProcess speed =
        BenchmarksProcess.startJarAlone(
            folder,
            "speed",
            "--controls",
            "--scale",
            "0.005",
            "--rounds",
            "2",
            "--driver",
            "bundled")) {
      assertThat(speed.exitCode()).as(speed.errors()).isZero();
      assertThat(speed.output())
          .containsPattern("C control: .+, SQLite 3\\..+ compiled with .*THREADSAFE=")
          .containsPattern(
              "JVM, driver=bundled: .+, SQLite 3\\..+ compiled with .*JDBC_EXTENSIONS.*; without ");
      List<String> names = new ArrayList<>();
      for (JsonNode each :
          new ObjectMapper()
              .readTree(speed.run().resolve("speed.json").toFile())
              .path("comparisons")) {
        names.add(each.path("name").asText());
        assertThat(each.path("ours")).as("%s", each).hasSize(2).allMatch(SpeedIT::isPositive);
        assertThat(each.path("reference")).as("%s", each).hasSize(2).allMatch(SpeedIT::isPositive);
      }
      assertThat(names)
          .containsExactly(
              "JVM, driver=bundled: snapshot",
              "JVM, driver=bundled: dump",
              "JVM, driver=bundled: whole cycle");
      assertThat(speed.leftInTemporaryFolder()).isEmpty();
    }
  }

  private static boolean isPositive(JsonNode value) {
    return value.asDouble() > 0;
  }
}
