package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.results.Cells;

/** {@code report} on files that are not what they should be. */
class ReportHostileFilesTest {
  private static final String SCRIPT = "<script>alert(\"1\")</script>";

  @TempDir Path folder;
  private ReportRunner runner;
  private Path output;

  @BeforeEach
  void prepare() {
    runner = new ReportRunner(folder);
    output = folder.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "[null]",
        "[{}]",
        "\u0000\u0001\n\u0002",
        "cell,fork\n1,2\n",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":null}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{\"rawData\":[[null]]}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"params\":{\"x\":{}},\"primaryMetric\":{}}]",
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":{},"
            + "\"secondaryMetrics\":{\"x\":null}}]",
      })
  void refusesAHostileFileInOneLineAndWritesNothing(String text) throws Exception {
    Path hostile = Files.writeString(folder.resolve("hostile.json"), text);
    assertRefused(hostile, "hostile.json");
  }

  private void assertRefused(Path run, String name) {
    assertThat(runner.report(run, "-o", output)).as(runner.err()).isEqualTo(2);
    assertThat(runner.err())
        .startsWith("snapbench: ")
        .contains(name)
        .hasLineCount(1)
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    assertThat(runner.out()).isEmpty();
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesAFileThatIsCutOffAnywhere() throws Exception {
    String text = Files.readString(runner.copy("queue.json")).strip();
    for (int length = 0; length < text.length(); length += 397) {
      assertRefused(
          Files.writeString(folder.resolve("cut.json"), text.substring(0, length)), "cut");
    }
  }

  @Test
  void refusesWhatIsNoRun() throws Exception {
    assertRefused(Files.createDirectory(folder.resolve("empty")), "has no cells in it");
    assertRefused(Files.createDirectories(folder.resolve("none").resolve("cells")), "no cells");
    assertRefused(folder.resolve("absent"), "does not exist");
  }

  @Test
  void refusesARunWithACellThatIsCutInHalfAndLeavesItAsItIs() throws Exception {
    Path run = runner.run("6.1", Cells.measured(1, "snapshotAndDump", 1, Map.of(), 1, 2));
    Path cell = run.resolve("cells").resolve("1.json");
    String text = Files.readString(cell);
    Files.writeString(cell, text.substring(0, text.length() / 2));
    assertThat(runner.report(run)).isEqualTo(2);
    assertThat(runner.err()).contains("1.json is not a cell of a run").hasLineCount(1);
    try (Stream<Path> files = Files.list(run)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("cells", "environment.json", "jmh-result.json");
    }
  }

  @Test
  void reportsARunWhoseEnvironmentIsUnknown() throws Exception {
    Path run = runner.run("6.1", Cells.measured(1, "snapshotAndDump", 1, Map.of(), 1, 2));
    Files.delete(run.resolve("environment.json"));
    assertThat(runner.report(run)).as(runner.err()).isZero();
    assertThat(Files.readString(run.resolve("report.md")))
        .contains("| Processor | unknown |", "| Memory | unknown |", "# not on record");
  }

  private static Map<String, Object> result(String parameter) {
    return Map.of(
        "benchmark",
        SCRIPT,
        "mode",
        "thr|pt\n# heading",
        "params",
        Map.of("long", parameter, "number", parameter.length(), "evil", "\u001b[31m@octocat #1"),
        "primaryMetric",
        Map.of("score", "NaN", "scoreError", "Infinity", "scoreUnit", SCRIPT, "rawData", List.of()),
        "secondaryMetrics",
        Map.of("![](x) @octocat #1\u001b", Map.of()));
  }

  @Test
  void escapesHostileTextsAndShowsWhatIsUnknown() throws Exception {
    Path hostile = folder.resolve("hostile.json");
    new ObjectMapper()
        .writeValue(
            hostile.toFile(), List.of(result("x".repeat(10_000)), result("x".repeat(9_999))));
    assertThat(runner.report(hostile, "-o", output)).as(runner.err()).isZero();
    assertThat(runner.out()).doesNotContain("\u001b").contains("unknown");
    String markdown = Files.readString(output.resolve("report.md"));
    assertThat(markdown)
        .doesNotContain("@octocat", "#1", "\u001b", "![](x)")
        .doesNotContainPattern("(?m)^# heading")
        .doesNotContainPattern("(?<!\\\\)<(?!!-- -->)")
        .contains("\\<script\\>", "number=10000", "number=9999", "… (10000 characters)");
    assertThat(markdown.lines().mapToInt(String::length).max().orElse(0)).isLessThan(2000);
  }
}
