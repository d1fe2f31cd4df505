package snapbench.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.analysis.verdict.Thresholds;
import snapbench.cli.JudgeRunner;
import snapbench.results.Cells;
import snapbench.results.csv.SeriesCsv;

/** {@code judge} on files of which anybody can say what they are. */
class JudgeCommandTest {
  private static final String TWO_POINTS = "cycle,rss_kib,fds\n0,600000,12\n1,600004,12\n";

  @TempDir Path folder;
  private JudgeRunner runner;

  @BeforeEach
  void makeRunner() {
    runner = new JudgeRunner(folder);
  }

  @Test
  void printsAVerdictForEachColumnAndSaysWhy() throws Exception {
    assertThat(runner.judge(TWO_POINTS, "")).as(runner.err()).isZero();
    assertThat(runner.out())
        .startsWith("monitor.csv, by cycle\n\n")
        .containsPattern("\n  rss_kib  INCONCLUSIVE .*\n {6}\\w")
        .containsPattern("\n  fds      INCONCLUSIVE .*\n {6}\\w")
        .contains("2 readings");
    assertThat(runner.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(runner.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13, \\r", "10, \\n", "8233, \\u2029", "27, \\u001b", "8238, \\u202e"})
  void aRefusalIsOneLineWhateverIsInAnOption(int special, String shown) throws Exception {
    assertThat(runner.judge(TWO_POINTS, "--column f" + (char) special + "ds")).isEqualTo(2);
    assertThat(runner.err()).contains(" has no column f" + shown + "ds; ").hasLineCount(1);
  }

  @Test
  void judgesWithTheLeastConfidenceThereIs() throws Exception {
    assertThat(runner.judge(TWO_POINTS, "--confidence 1e-320")).as(runner.err()).isZero();
  }

  @Test
  void printsJsonInWhichWhatIsUnknownIsNull() throws Exception {
    JsonNode judged = runner.json(TWO_POINTS, "");
    assertThat(judged).hasSize(2);
    JsonNode rss = judged.get(0);
    assertThat(rss.get("column").asText()).isEqualTo("rss_kib");
    assertThat(rss.get("unit").asText()).isEqualTo("KiB");
    assertThat(rss.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(rss.get("reason").asText()).isNotBlank();
    assertThat(rss.get("points").asInt()).isEqualTo(2);
    assertThat(rss.get("round").isNull()).isTrue();
    assertThat(rss.get("upper").isNull()).as("infinite").isTrue();
    assertThat(rss.get("rises").isArray()).isTrue();
    assertThat(rss.fieldNames())
        .toIterable()
        .contains(
            "growthPerCycle",
            "lower",
            "detectable",
            "threshold",
            "cycles",
            "baseline",
            "last",
            "quietCycles",
            "longestPause",
            "trendPValue");
    assertThat(judged.get(1).get("unit").asText()).isEqualTo("count");
  }

  @Test
  void aColumnWithoutAnyValueIsInconclusive() throws Exception {
    JsonNode judged = runner.json("cycle,rss_kib,swap_kib\n0,600000,\n1,600004,NaN\n", "");
    assertThat(judged.get(1).get("points").asInt()).isZero();
    assertThat(judged.get(1).get("verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(judged.get(1).get("baseline").isNull()).isTrue();
    assertThat(runner.judge("cycle,rss_kib\n0,600000\n", "")).as(runner.err()).isZero();
    assertThat(runner.out()).contains("rss_kib  INCONCLUSIVE", "one reading");
  }

  @Test
  void judgesEachForkOfASeriesOfOursWithItsRoundAndDatabase() throws Exception {
    Map<String, String> memory = Map.of("snapshot", "memory", "threads", "16");
    String text =
        SeriesCsv.text(
            List.of(
                Cells.measured(1, "snapshotAndDump", 1, memory, 592132, 1005364),
                Cells.measured(2, "dumpLive", 1, Map.of("threads", "4"), 595988, 596524)));
    JsonNode judged = runner.json(text, "");
    assertThat(judged).hasSize(6);
    assertThat(judged.get(0).get("table").asText()).startsWith("cell 1, fork 1: snapshotAndDump");
    assertThat(judged.get(0).get("round").asInt()).isEqualTo(16);
    assertThat(judged.get(5).get("column").asText()).isEqualTo("threads");
    assertThat(judged.get(5).get("round").asInt()).isEqualTo(4);
    assertThat(judged.get(5).get("databaseKiB").asDouble()).isEqualTo(533_500_000 / 1024.0);
    JsonNode other = runner.json(text, "--round 8 --database 1MiB --column fds");
    assertThat(other).hasSize(2);
    assertThat(other.get(0).get("round").asInt()).isEqualTo(8);
    assertThat(other.get(0).get("databaseKiB").asInt()).isEqualTo(1024);
  }

  @Test
  void exitsWithThreeWhereAVerdictIsOneOfThoseNamed() throws Exception {
    assertThat(runner.judge(TWO_POINTS, "--fail-on GROWING,inconclusive")).isEqualTo(3);
    assertThat(runner.err())
        .contains("snapbench: crossed: rss_kib: INCONCLUSIVE", "snapbench: crossed: fds: ")
        .hasLineCount(2);
    assertThat(runner.out()).contains("rss_kib  INCONCLUSIVE");
    assertThat(runner.judge(TWO_POINTS, "--fail-on GROWING,PLATEAU")).isZero();
    assertThat(runner.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fail-on WORSE              | --fail-on WORSE is not a verdict  | GROWING, INCONCLUSIVE",
        "--round 0                    | --round 0                         | from 1",
        "--round many                 | --round                           | many",
        "--confidence 95              | --confidence 95.0                 | above 0 and below 1",
        "--database 541               | --database 541                    | 541MB",
        "--database 0MB               | --database 0MB                    | 541MB",
        "--growth-threshold 1         | --growth-threshold 1.0            | above 0 and below 1",
        "--growth-threshold-kib -1    | --growth-threshold-kib -1.0       | from 0",
        "--column heap                | has no column heap                | one of rss_kib, fds",
        "--unit heap=MiB              | --unit heap=MiB names no column   | cycle, rss_kib, fds",
        "--unit =MiB                  | --unit =MiB                       | COLUMN=UNIT",
        "--unit MiB --unit KiB        | --unit KiB                        | contradicts --unit MiB",
        "--unit cycle=s --round 16    | --round 16 counts cycles          | hours, from seconds",
      })
  void refusesInOneLineThatNamesTheChoices(String options, String what, String choices)
      throws Exception {
    assertThat(runner.judge(TWO_POINTS, options)).isEqualTo(2);
    assertThat(runner.err()).startsWith("snapbench: ").contains(what, choices).hasLineCount(1);
    assertThat(runner.out()).isEmpty();
  }

  @Test
  void refusesAFileThatItCannotReadInOneLine() throws Exception {
    assertThat(runner.judge("cycle,rss\n0,1\n1,many\n", "")).isEqualTo(2);
    assertThat(runner.err())
        .startsWith("snapbench: ")
        .contains("monitor.csv, line 3, column rss: 'many' is not a number")
        .hasLineCount(1);
    assertThat(runner.run(List.of("judge"))).isEqualTo(2);
    assertThat(runner.err()).contains("FILE").hasLineCount(1);
  }

  @Test
  void theHelpStatesTheDefaultsAndHowUnknownIsWritten() {
    assertThat(runner.run(List.of("judge", "--help"))).isZero();
    Thresholds standard = Thresholds.STANDARD;
    assertThat(runner.out().replaceAll("\\s+", " "))
        .contains(
            "(default: " + standard.growthOfDatabase() + ", " + standard.growthOfBaseline() + ")",
            "(default: " + standard.growthKiB() + ")",
            "(default: 0.95)",
            "unknown or infinite is null");
  }
}
