package snapbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.results.Cell;
import snapbench.results.Cells;
import snapbench.results.JsonFiles;
import snapbench.results.RunFolder;
import snapbench.run.ParameterChecks;
import snapbench.run.Profilers;

/** {@code compare} on files as JMH writes them. */
class CompareCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Locale before = Locale.getDefault();

  @TempDir Path folder;

  @BeforeEach
  void copyFiles() throws IOException {
    for (String name : List.of("base", "new", "foreign-base", "foreign-new")) {
      Files.writeString(folder.resolve(name + ".json"), resource(name + ".json"));
    }
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CompareCommandTest.class.getResourceAsStream("compare/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Words that end in {@code .json} are files in the folder. */
  private int compare(String arguments) {
    out.reset();
    err.reset();
    List<String> given = new ArrayList<>(List.of("compare"));
    for (String word : arguments.strip().split(" +", -1)) {
      given.add(word.endsWith(".json") ? folder.resolve(word).toString() : word);
    }
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Parts parts =
        new Parts(
            Profilers.none(),
            ParameterChecks.standard(),
            Map::of,
            List.of(new CompareCommand(stream, errors)));
    return new Main(parts, stream, errors).run(given);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-CH", "tr-TR", "ar-EG-u-nu-arab"})
  void isTheSameInEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat(compare("base.json new.json")).as(err()).isZero();
    assertThat(out()).isEqualTo(resource("comparison.txt"));
    assertThat(compare("base.json new.json --markdown")).isZero();
    assertThat(out()).isEqualTo(resource("comparison.md"));
    assertThat(err()).isEmpty();
  }

  @Test
  void comparesWithinOneRun() {
    assertThat(compare("base.json --reference snapshot=memory")).as(err()).isZero();
    assertThat(out())
        .contains("reference snapshot=memory")
        .containsPattern("file .* 0\\.336 .* worse")
        .contains("memdb: inconclusive; a decision needs 6 more forks of the candidate\n");
  }

  @Test
  void comparesFilesOfAnotherProject() {
    assertThat(compare("foreign-base.json foreign-new.json")).as(err()).isZero();
    assertThat(out())
        .containsPattern("parse .* us/op .* 0\\.900 .* better")
        .contains("the environment of foreign-base.json is unknown")
        .contains("parse (sample), throughput: there are no raw values");
  }

  @Test
  void aWiderMinimumEffectMakesTheSame() {
    assertThat(compare("foreign-base.json foreign-new.json --minimum-effect 0.2")).isZero();
    assertThat(out()).containsPattern("parse .* same");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base.json new.json --fail-on throughput<0.95       | 3 | crossed: throughput<0.95: snap",
        "base.json new.json --fail-on throughput<0.92       | 0 | undecided: throughput<0.92",
        "base.json new.json --fail-on rss>1.10              | 3 | crossed: rss>1.1: snapshotAndDump",
        "foreign-base.json foreign-new.json --fail-on throughput>1.05 | 3 | 1.1111, interval 1.10",
      })
  void exitsWithThreeWhereTheWholeIntervalIsBeyondALimit(
      String arguments, int exitCode, String line) {
    assertThat(compare(arguments)).isEqualTo(exitCode);
    assertThat(err()).contains(line);
    assertThat(out()).contains("Speed: the question asked");
  }

  @Test
  void aLimitThatTheIntervalReachesIsKept() {
    assertThat(compare("foreign-base.json foreign-new.json --fail-on throughput>1.11")).isZero();
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base.json                                | needs a second run     | choose one of snapshot=",
        "base.json --reference driver=9           | driver=9 was not       | 3.36.0.3",
        "base.json new.json --reference driver=9  | is for one run         | leave out",
        "base.json no.json                        | no.json does not exist | exist",
        "base.json new.json --fail-on GROWING     | --fail-on GROWING      | one of throughput, rss",
        "base.json new.json --fail-on rss>=1      | --fail-on rss>=1       | NAME<RATIO",
        "base.json new.json --fail-on rss>0       | --fail-on rss>0        | NAME<RATIO",
        "base.json new.json --fail-on cycle.dump>2 | nothing that was      | choose one of throughput",
        "base.json new.json --alpha 1.5           | --alpha 1.5            | above 0 and below 1",
        "base.json new.json --minimum-effect 0    | --minimum-effect 0.0   | above 0 and below 1",
        "base.json foreign-new.json               | no cell in common      | parse (avgt)",
      })
  void refusesInOneLineThatNamesTheChoices(String arguments, String what, String choices) {
    assertThat(compare(arguments)).isEqualTo(2);
    assertThat(err()).startsWith("snapbench: ").contains(what, choices).hasLineCount(1);
    assertThat(out()).isEmpty();
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
    assertThat(compare("hostile.json hostile.json")).as(err()).isEqualTo(2);
    assertThat(err()).startsWith("snapbench: ").contains("hostile.json").hasLineCount(1);
  }

  @Test
  void refusesAFileThatIsCutOffAnywhere() throws Exception {
    String text = resource("base.json").strip();
    for (int length = 1; length < text.length(); length += 97) {
      Files.writeString(folder.resolve("cut.json"), text.substring(0, length));
      assertThat(compare("cut.json base.json")).as("%d characters", length).isEqualTo(2);
      assertThat(err()).contains("cut.json").hasLineCount(1);
    }
  }

  @Test
  void saysWhatHasNoRatio() throws Exception {
    Files.writeString(
        folder.resolve("odd.json"),
        "[{\"benchmark\":\"a\",\"mode\":\"thrpt\",\"primaryMetric\":"
            + "{\"scoreUnit\":\"ops/s\",\"rawData\":[[0.0],[-1.0],[1e999],[\"NaN\"]]}}]");
    assertThat(compare("odd.json odd.json")).as(err()).isZero();
    assertThat(out()).contains("a (thrpt), throughput: not all values are positive and finite");
  }

  @Test
  void readsFoldersOfRunsWithTheirEnvironments() throws Exception {
    Path base = runFolder("6.1", 500_000);
    Path candidate = runFolder("6.18", 500_400);
    assertThat(compare(base + " " + candidate)).as(err()).isZero();
    assertThat(out())
        .contains("operatingSystem.kernel differs: 6.1 (reference), 6.18 (candidate)")
        .containsPattern("rss +500,000 +500,400 +KiB +10, 10 .* same")
        .contains("memory after 3 cycles")
        .doesNotContain("unknown\n");
    Files.writeString(
        candidate.resolve("cells").resolve("3.json"), "{\"number\":3,\"cycles\":[{}]}");
    assertThat(compare(base + " " + candidate)).isEqualTo(2);
    assertThat(err()).contains("3.json").hasLineCount(1);
  }

  /** Ten forks; every other one is a cycle ahead of the others. */
  private Path runFolder(String kernel, double rssKiB) throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("results"), Instant.now(), null);
    StringBuilder rows = new StringBuilder();
    String benchmark = "";
    for (int fork = 1; fork <= 10; fork++) {
      double[] series = {400_000, 450_000, 480_000, rssKiB, 900_000};
      Cell cell =
          Cells.measured(
              fork,
              "snapshotAndDump",
              fork,
              Map.of("snapshot", "memory"),
              fork % 2 == 0 ? series : Arrays.copyOf(series, 4));
      benchmark = cell.benchmark();
      JsonFiles.write(run.file("cells").resolve(fork + ".json"), cell);
      rows.append(fork > 1 ? "," : "").append("[1.0").append(fork).append("]");
    }
    JsonFiles.write(
        run.file("environment.json"), Map.of("operatingSystem", Map.of("kernel", kernel)));
    Files.writeString(
        run.file("jmh-result.json"),
        "[{\"benchmark\":\""
            + benchmark
            + "\",\"mode\":\"ss\",\"params\":{\"snapshot\":\"memory\"},\"primaryMetric\":"
            + "{\"scoreUnit\":\"s/op\",\"rawData\":["
            + rows
            + "]}}]");
    return run.finish(true);
  }
}
