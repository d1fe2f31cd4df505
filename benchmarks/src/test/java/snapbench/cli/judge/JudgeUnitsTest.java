package snapbench.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.cli.JudgeRunner;

/** What {@code judge} takes a column's unit and its axis for, as is said or as is written. */
class JudgeUnitsTest {
  @TempDir Path folder;
  private JudgeRunner runner;

  @BeforeEach
  void makeRunner() {
    runner = new JudgeRunner(folder);
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
        runner.json("cycle," + heading + "\n0,1\n1,2\n", options == null ? "" : options).get(0);
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
    JsonNode judged = runner.json(text, "").get(0);
    assertThat(judged.get("per").asText()).isEqualTo(per);
    assertThat(judged.get("axis").asText()).isEqualTo(axis);
  }

  @Test
  void anOptionWinsOverWhatAnAxisLooksLike() throws Exception {
    String text = "ts,rss\n1767225600,1\n1767229200,2\n";
    assertThat(runner.json(text, "--unit ts=ms").get(0).get("axis").asText())
        .isEqualTo("ts (hours, from milliseconds)");
    assertThat(runner.json(text, "--unit ts=requests").get(0).get("per").asText()).isEqualTo("ts");
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
    assertThat(runner.json(text.toString(), "").get(0).get("reason").asText())
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
    assertThat(runner.json("cycle;rss (MiB)\n0;1,5\n1;2,5\n", "").get(0).get("assumed")).isEmpty();
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
}
