package snapbench.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.cli.CompareRunner;
import snapbench.model.Fork;
import snapbench.results.Cells;
import snapbench.results.files.JsonFiles;
import snapbench.results.folder.RunFolder;

/** {@code compare} on files as JMH writes them. */
class CompareCommandTest {
  private final Locale before = Locale.getDefault();

  @TempDir Path folder;
  private CompareRunner runner;

  @BeforeEach
  void copyFiles() throws IOException {
    runner = new CompareRunner(folder);
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-CH", "tr-TR", "ar-EG-u-nu-arab"})
  void isTheSameInEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat(runner.compare("base.json new.json")).as(runner.err()).isZero();
    assertThat(runner.out()).isEqualTo(CompareRunner.resource("comparison.txt"));
    assertThat(runner.compare("base.json new.json --markdown")).isZero();
    assertThat(runner.out()).isEqualTo(CompareRunner.resource("comparison.md"));
    assertThat(runner.err()).isEmpty();
  }

  @Test
  void comparesWithinOneRun() {
    assertThat(runner.compare("base.json --reference snapshot=memory")).as(runner.err()).isZero();
    assertThat(runner.out())
        .contains("reference snapshot=memory")
        .containsPattern("file .* 0\\.336 .* worse")
        .contains("memdb: inconclusive; a decision needs 6 more forks of the candidate\n");
  }

  @Test
  void comparesFilesOfAnotherProject() {
    assertThat(runner.compare("foreign-base.json foreign-new.json")).as(runner.err()).isZero();
    assertThat(runner.out())
        .containsPattern("parse, avgt .* us/op .* 0\\.900 .* better")
        .contains("the environment of foreign-base.json is unknown")
        .contains("parse, sample: inconclusive; a decision needs 9 more forks of the reference");
  }

  @Test
  void aWiderMinimumEffectMakesTheSame() {
    assertThat(runner.compare("foreign-base.json foreign-new.json --minimum-effect 0.2")).isZero();
    assertThat(runner.out()).containsPattern("parse, avgt .* same");
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
    assertThat(runner.compare(arguments)).isEqualTo(exitCode);
    assertThat(runner.err()).contains(line);
    assertThat(runner.out()).contains("Speed: the question asked");
  }

  @Test
  void aLimitThatTheIntervalReachesIsKept() {
    assertThat(runner.compare("foreign-base.json foreign-new.json --fail-on throughput>1.11"))
        .isZero();
    assertThat(runner.err())
        .startsWith(
            "snapbench: undecided: throughput>1.11: org.example.json.ParserBenchmark.parse (sample): fewer")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base.json                                | needs a second run     | choose one of snapshot=",
        "base.json --reference driver=9           | driver=9 was not       | 3.36.0.3",
        "base.json new.json --reference driver=9  | is for one run         | leave out",
        "base.json no.json                        | no.json does not exist | exist",
        "base.json new.json --fail-on GROWS       | --fail-on GROWS        | one of throughput, rss",
        "base.json new.json --fail-on rss>=1      | --fail-on rss>=1       | NAME<RATIO",
        "base.json new.json --fail-on rss>0       | --fail-on rss>0        | NAME<RATIO",
        "base.json new.json --fail-on cycle.dump>2 | nothing that was      | choose one of throughput",
        "base.json new.json --alpha 1.5           | --alpha 1.5            | above 0 and below 1",
        "base.json new.json --minimum-effect 0    | --minimum-effect 0.0   | above 0 and below 1",
        "base.json foreign-new.json               | no cell in common      | parse (avgt)",
      })
  void refusesInOneLineThatNamesTheChoices(String arguments, String what, String choices) {
    assertThat(runner.compare(arguments)).isEqualTo(2);
    assertThat(runner.err()).startsWith("snapbench: ").contains(what, choices).hasLineCount(1);
    assertThat(runner.out()).isEmpty();
  }

  @Test
  void readsFoldersOfRunsWithTheirEnvironments() throws Exception {
    Path base = runFolder("6.1", 500_000);
    Path candidate = runFolder("6.18", 500_400);
    assertThat(runner.compare(base + " " + candidate)).as(runner.err()).isZero();
    assertThat(runner.out())
        .contains("operatingSystem.kernel differs: 6.1 (reference), 6.18 (candidate)")
        .containsPattern("rss +500,000 +500,400 +KiB +10, 10 .* same")
        .contains("memory after 3 cycles")
        .doesNotContain("unknown\n");
    Files.writeString(
        candidate.resolve("cells").resolve("3.json"), "{\"number\":3,\"cycles\":[{}]}");
    assertThat(runner.compare(base + " " + candidate)).isEqualTo(2);
    assertThat(runner.err()).contains("3.json").hasLineCount(1);
  }

  /** Ten forks; every other one is a cycle ahead of the others. */
  private Path runFolder(String kernel, double rssKiB) throws IOException {
    RunFolder run = RunFolder.create(folder.resolve("results"), Instant.now(), null);
    StringBuilder rows = new StringBuilder();
    String benchmark = "";
    for (int fork = 1; fork <= 10; fork++) {
      double[] series = {400_000, 450_000, 480_000, rssKiB, 900_000};
      Fork cell =
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
