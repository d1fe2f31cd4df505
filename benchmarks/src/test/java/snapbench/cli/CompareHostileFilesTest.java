package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare} on files that are not what they should be. */
class CompareHostileFilesTest {
  @TempDir Path folder;
  private CompareRunner runner;

  @BeforeEach
  void copyFiles() throws IOException {
    runner = new CompareRunner(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "[null]",
        "\u0000\u0001\n\u0002",
        "not json\nat all",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":null}]",
        "[{\"benchmark\":null,\"mode\":\"thrpt\",\"primaryMetric\":{}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{\"rawData\":[[null]]}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{\"rawData\":[null]}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"params\":{\"x\":null},\"primaryMetric\":{}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{},"
            + "\"secondaryMetrics\":{\"x\":null}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{\"rawData\":[[\"x\"]]}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{}},"
            + "{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{}}]",
      })
  void refusesAHostileFileInOneLine(String text) throws Exception {
    Files.writeString(folder.resolve("hostile.json"), text);
    assertThat(runner.compare("hostile.json hostile.json")).as(runner.err()).isEqualTo(2);
    assertThat(runner.err()).startsWith("snapbench: ").contains("hostile.json").hasLineCount(1);
  }

  @Test
  void refusesAFileThatIsCutOffAnywhere() throws Exception {
    String text = CompareRunner.resource("base.json").strip();
    for (int length = 1; length < text.length(); length += 97) {
      Files.writeString(folder.resolve("cut.json"), text.substring(0, length));
      assertThat(runner.compare("cut.json base.json")).as("%d characters", length).isEqualTo(2);
      assertThat(runner.err()).contains("cut.json").hasLineCount(1);
    }
  }

  @Test
  void saysWhatHasNoRatio() throws Exception {
    Files.writeString(
        folder.resolve("odd.json"),
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":"
            + "{\"scoreUnit\":\"ops/s\",\"rawData\":[[0.0],[-1.0],[1e999],[\"NaN\"]]}}]");
    assertThat(runner.compare("odd.json odd.json")).as(runner.err()).isZero();
    assertThat(runner.out())
        .contains("a (thrpt), throughput: not all values are positive and finite");
  }
}
