package snapbench.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  private JsonNode json(String text, String options) throws Exception {
    assertThat(runner.judge(text, (options + " --json").strip())).as(runner.err()).isZero();
    return new ObjectMapper().readTree(runner.out());
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
  @CsvSource({
    "cycle, rss (MiB), 1, 1e308, rss (MiB)",
    "cycle, rss_gb, 1, -1e308, rss_gb",
    "time (days), fds, 1e308, 1, time (days)"
  })
  void refusesANumberThatIsTooGreatForItsUnit(
      String axis, String heading, String at, String value, String column) throws Exception {
    String text = axis + "," + heading + "\n0,1\n" + at + "," + value + "\n";
    assertThat(runner.judge(text, "")).isEqualTo(2);
    assertThat(runner.err())
        .endsWith(
            "monitor.csv has a value in column " + column + " that is too great for its unit\n")
        .hasLineCount(1);
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
    JsonNode judged = json(TWO_POINTS, "");
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
    JsonNode judged = json("cycle,rss_kib,swap_kib\n0,600000,\n1,600004,NaN\n", "");
    assertThat(judged.get(1).get("points").asInt()).isZero();
    assertThat(judged.get(1).get("verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(judged.get(1).get("baseline").isNull()).isTrue();
    assertThat(runner.judge("cycle,rss_kib\n0,600000\n", "")).as(runner.err()).isZero();
    assertThat(runner.out()).contains("rss_kib  INCONCLUSIVE", "one reading");
  }

  @ParameterizedTest
  @CsvSource({
    "rss,,'',''",
    "rss,--unit kib,kib,KiB",
    "rss,--unit rss=MB,MB,KiB",
    "rss (MiB),,MiB,KiB",
    "rss (MiB),--unit bytes,MiB,KiB",
    "rss_kib,--unit rss_kib=handles,handles,count",
    "cpu,--unit %,%,%",
    "open_files,,count,count",
    "run (a),,'',''",
    "run (b),,'',''",
    "rss (java),,'',''",
    "rss (java),--unit MiB,MiB,KiB",
    "kbmemused,,KiB,KiB",
    "kbmemused,--unit MB,MB,KiB",
  })
  void takesTheUnitFromTheOptionOrTheHeading(
      String heading, String options, String columnUnit, String unit) throws Exception {
    JsonNode judged =
        json("cycle," + heading + "\n0,1\n1,2\n", options == null ? "" : options).get(0);
    assertThat(judged.get("columnUnit").asText()).isEqualTo(columnUnit);
    assertThat(judged.get("unit").asText()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "cycle,0,1,cycle,cycle",
    "time_s,0,3600,hour,'time_s (hours, from seconds)'",
    "hour,0,1,hour,hour",
    "minutes,0,60,hour,'minutes (hours, from minutes)'",
    "time,2026-11-24T13:00:00Z,2026-11-24T14:00:00Z,hour,'time (hours since 2026-11-24T13:00:00Z)'",
    "timestamp,1767225600,1767229200,hour,"
        + "'timestamp (hours since 2026-01-01T00:00:00Z, from Unix seconds)'",
    "ts,1767225600000,1767229200000,hour,"
        + "'ts (hours since 2026-01-01T00:00:00Z, from Unix milliseconds)'",
    "requests,1767225600,1767225601,requests,requests",
    "timestamp_us,1767225600000000,1767229200000000,hour,"
        + "'timestamp_us (hours since 2026-01-01T00:00:00Z, from Unix microseconds)'",
    "time,1767225600000000000,1767229200000000000,hour,"
        + "'time (hours since 2026-01-01T00:00:00Z, from Unix nanoseconds)'",
    "epoch (s),1767225600,1767229200,hour,"
        + "'epoch (s) (hours since 2026-01-01T00:00:00Z, from Unix seconds)'",
    "sampleTime,1767225600000,1767229200000,hour,"
        + "'sampleTime (hours since 2026-01-01T00:00:00Z, from Unix milliseconds)'",
    "time_s,1767225600000,1767229200000,hour,"
        + "'time_s (hours since 2026-01-01T00:00:00Z, from Unix milliseconds)'",
    "time_ms,300000000,303600000,hour,'time_ms (hours, from milliseconds)'",
    "Elapsed time,0,3600,hour,'Elapsed time (hours, from seconds)'",
  })
  void saysWhatGrowthIsPer(String heading, String first, String second, String per, String axis)
      throws Exception {
    String text = heading + ",rss\n" + first + ",1\n" + second + ",2\n";
    JsonNode judged = json(text, "").get(0);
    assertThat(judged.get("per").asText()).isEqualTo(per);
    assertThat(judged.get("axis").asText()).isEqualTo(axis);
  }

  @Test
  void anOptionWinsOverWhatAnAxisLooksLike() throws Exception {
    String text = "ts,rss\n1767225600,1\n1767229200,2\n";
    assertThat(json(text, "--unit ts=ms").get(0).get("axis").asText())
        .isEqualTo("ts (hours, from milliseconds)");
    assertThat(json(text, "--unit ts=requests").get(0).get("per").asText()).isEqualTo("ts");
  }

  /** The same numbers in the ways of several programs: {@code same} verdict, unit and figures. */
  @ParameterizedTest
  @CsvSource({
    "decimal-comma.csv,decimal-point.csv,rss (MiB),rss (MiB)",
    "labels.csv,labels.csv,'process_resident_memory_bytes{instance=\"a:9090\"}',"
        + "process_resident_memory_bytes",
  })
  void readsTheSameHoweverItIsWritten(String one, String other, String column, String otherColumn)
      throws Exception {
    assertThat(figures(one, column)).isEqualTo(figures(other, otherColumn));
  }

  private List<JsonNode> figures(String name, String column) throws Exception {
    Path file = Path.of("src/test/resources/snapbench/cli/judge").resolve(name);
    assertThat(runner.run(List.of("judge", file.toString(), "--column", column, "--json")))
        .as(runner.err())
        .isZero();
    JsonNode judged = new ObjectMapper().readTree(runner.out()).get(0);
    assertThat(judged.get("verdict").asText()).isEqualTo("FLAT");
    assertThat(judged.get("unit").asText()).isEqualTo("KiB");
    return List.of(judged.get("baseline"), judged.get("last"), judged.get("upper"));
  }

  @Test
  void takesNoNameInBracketsForAUnit() throws Exception {
    Path file = Path.of("src/test/resources/snapbench/cli/judge/brackets.csv");
    assertThat(runner.run(List.of("judge", file.toString()))).isZero();
    assertThat(runner.out())
        .contains("rss (java)  FLAT          -1.314 per cycle", "500,100 to 500,100 in 24 cycles")
        .doesNotContain("KiB", " java", "assumed");
  }

  /** Five quiet readings are asked for, whatever lies between two. */
  @ParameterizedTest
  @CsvSource({"cycle,1,3 more cycles decide", "hour,0.1,1 more hour decides"})
  void readingsAreNotMistakenForHours(String axis, double spacing, String missing)
      throws Exception {
    StringBuilder text = new StringBuilder(axis + ",rss_kib\n");
    for (int i = 0; i < 11; i++) {
      text.append(i * spacing).append(',').append(600_000 + 20_000 * Math.min(i, 8)).append('\n');
    }
    assertThat(json(text.toString(), "").get(0).get("reason").asText())
        .startsWith("growth stopped ")
        .endsWith("; " + missing);
  }

  @Test
  void printsWhatItAssumed() throws Exception {
    assertThat(runner.judge("cycle\tkbmemused\n0\t1,024\n1\t1,025\n", "")).isZero();
    assertThat(runner.out().lines())
        .contains(
            "assumed: the comma in '1,024' on line 2 separates thousands",
            "assumed: kbmemused is in KiB");
    assertThat(json("cycle;rss (MiB)\n0;1,5\n1;2,5\n", "").get(0).get("assumed")).isEmpty();
  }

  @Test
  void judgesEachForkOfASeriesOfOursWithItsRoundAndDatabase() throws Exception {
    Map<String, String> memory = Map.of("snapshot", "memory", "threads", "16");
    String text =
        SeriesCsv.text(
            List.of(
                Cells.measured(1, "snapshotAndDump", 1, memory, 592132, 1005364),
                Cells.measured(2, "dumpLive", 1, Map.of("threads", "4"), 595988, 596524)));
    JsonNode judged = json(text, "");
    assertThat(judged).hasSize(6);
    assertThat(judged.get(0).get("table").asText()).startsWith("cell 1, fork 1: snapshotAndDump");
    assertThat(judged.get(0).get("round").asInt()).isEqualTo(16);
    assertThat(judged.get(5).get("column").asText()).isEqualTo("threads");
    assertThat(judged.get(5).get("round").asInt()).isEqualTo(4);
    assertThat(judged.get(5).get("databaseKiB").asDouble()).isEqualTo(533_500_000 / 1024.0);
    JsonNode other = json(text, "--round 8 --database 1MiB --column fds");
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
