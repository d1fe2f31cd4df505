package snapbench.results.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.results.Cells;

/** Series from files as people and programs write them. */
class SeriesFileTest {
  @TempDir Path folder;

  private SeriesTable read(String text, String... chosen) throws Exception {
    List<SeriesTable> tables = SeriesFile.read(MonitorFile.write(folder, text), List.of(chosen));
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }

  private static double[] values(SeriesTable table, int column) {
    return table.columns().get(column).values();
  }

  private static double[] positions(SeriesTable table) {
    return table.axis().column().values();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparatorInTheHeading(String separator) throws Exception {
    SeriesTable table =
        read("hour,rss_kib,fds\r\n0,100,12\r\n0.5,101.5,\r\n".replace(",", separator));
    assertThat(table.axis().column().heading()).isEqualTo("hour");
    assertThat(positions(table)).containsExactly(0, 0.5);
    assertThat(table.columns())
        .extracting(SeriesTable.Column::heading)
        .containsExactly("rss_kib", "fds");
    assertThat(values(table, 0)).containsExactly(100, 101.5);
    assertThat(values(table, 1)).containsExactly(12, Double.NaN);
    assertThat(table.round()).isNaN();
    assertThat(table.databaseKiB()).isNaN();
    assertThat(table.title()).isEmpty();
  }

  @Test
  void aSemicolonInAHeadingOfACommaSeparatedFileSeparatesNothing() throws Exception {
    assertThat(read("cycle,rss; resident\n0,1\n").columns())
        .extracting(SeriesTable.Column::heading)
        .containsExactly("rss; resident");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1024           | 1024",
        "-1.5e3         | -1500",
        "1,024,000.5    | 1024000.5",
        "1'024          | 1024",
        "1\u2019024     | 1024",
        "1 024          | 1024",
        "1\u00a0024     | 1024",
        "1\u202f024,5   | 1024.5",
        "12,5           | 12.5",
        "0,125          | 0.125",
        "1024,125       | 1024.125",
        "1.024.000      | 1024000",
        "1.024,5        | 1024.5",
        "1,5E+3         | 1500",
        "+7             | 7",
        "~~             | NaN",
        "NaN            | NaN",
        "n/a            | NaN",
        "NULL           | NaN",
        "-              | NaN",
      })
  void readsNumbersAsTheyAreWritten(String written, double value) throws Exception {
    assertThat(values(read("cycle;rss\n0;1\n1;" + written + "\n"), 0)).containsExactly(1, value);
    assertThat(values(read("cycle,rss\n0,1\n1, \"" + written + "\" \n"), 0))
        .containsExactly(1, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "cycle;rss\\n"
            + "0;52,125\\n"
            + "1;53,000\\n"
            + "     | 52.125 | 53     | '52,125' on line 2 is a decimal one",
        "cycle,rss\\n"
            + "0,\"52,125\"\\n"
            + "1,\"53,000\"\\n"
            + " | 52125 | 53000 | '52,125' on line 2 separates thou",
        "cycle\\trss\\n"
            + "0\\t1,024\\n"
            + "1\\t2\\n"
            + "       | 1024  | 2      | '1,024' on line 2 separates thous",
        "cycle;rss\\n"
            + "0;950,5\\n"
            + "1;1.030\\n"
            + "       | 950.5 | 1030   | '1.030' on line 3 separates thous",
        "cycle;rss\\n0;12,5\\n1;52,125\\n       | 12.5  | 52.125 | '52,125' on line 3 is a decimal",
        "cycle;rss\\n0;12,5\\n1;13,25\\n        | 12.5  | 13.25  | ~~",
        "cycle;rss\\n0;52.125\\n1;53.0\\n       | 52.125 | 53    | ~~",
      })
  void saysHowItReadACommaOrPointThatMayBeEither(
      String text, double first, double second, String assumed) throws Exception {
    SeriesTable table = read(text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(values(table, 0)).containsExactly(first, second);
    assertThat(String.join("; ", table.assumed())).contains(assumed);
    assertThat(table.assumed()).hasSize(assumed.isEmpty() ? 0 : 1);
  }

  @Test
  void leavesOutCommentsAndBlankLines() throws Exception {
    SeriesTable table =
        read("# a monitor's\n\ncycle,rss\n\n0,100\n   \n# restarted, at \"noon\n1,101\n,\n\n");
    assertThat(positions(table)).containsExactly(0, 1);
    assertThat(values(table, 0)).containsExactly(100, 101);
  }

  @Test
  void readsQuotedHeadingsAndCells() throws Exception {
    SeriesTable table = read("\"cycle\",\"rss, \"\"resident\"\" (MiB)\"\n\"0\",\"1,024\"\n");
    assertThat(table.columns().get(0).heading()).isEqualTo("rss, \"resident\" (MiB)");
    assertThat(values(table, 0)).containsExactly(1024);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsWhatSpreadsheetsWriteAfterAByteOrderMark(String charset) throws Exception {
    Path file =
        MonitorFile.write(folder, "\uFEFFcycle\tGr\u00f6sse\n0\t100\n", Charset.forName(charset));
    SeriesTable table = SeriesFile.read(file, List.of()).get(0);
    assertThat(table.axis().column().heading()).isEqualTo("cycle");
    assertThat(table.columns().get(0).heading()).isEqualTo("Gr\u00f6sse");
  }

  @Test
  void namesTheColumnsOfAFileWithoutHeadings() throws Exception {
    SeriesTable table = read("0,100,1\n1,101,2\n");
    assertThat(table.axis().column().heading()).isEqualTo("cycle");
    assertThat(table.columns())
        .extracting(SeriesTable.Column::heading)
        .containsExactly("column 2", "column 3");
    assertThat(values(table, 0)).containsExactly(100, 101);
  }

  @Test
  void leavesOutEmptyCellsAfterTheLastColumn() throws Exception {
    SeriesTable table = read("cycle,rss,\n0,100,\n1,101,,\n2\n");
    assertThat(table.columns()).hasSize(1);
    assertThat(values(table, 0)).containsExactly(100, 101, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,2026-11-25,24",
    "2026-11-24T13:50,2026-11-24T14:20:30,0.508333333",
    "2026-11-24 13:50:00,2026-11-24 13:50:00.500,0.000138889",
    "2026-11-24T13:50:00Z,2026-11-24T15:50:00+01:00,1",
    "2026-11-24T13:50:00-0500,2026-11-24 18:50:36 UTC,0.01",
    "2024-02-28T23:00:00+00,2024-03-01T00:00:00+00,25",
  })
  void turnsTimesIntoHours(String first, String second, double hours) throws Exception {
    SeriesTable table = read("time,rss\n" + first + ",1\n" + second + ",2\n");
    assertThat(table.axis().start()).isEqualTo(first);
    assertThat(positions(table)[0]).isZero();
    assertThat(positions(table)[1]).isCloseTo(hours, within(1e-6));
  }

  @Test
  void turnsAFileRoundWhoseLatestRowIsFirst() throws Exception {
    SeriesTable table =
        read("time,rss\n2026-11-24T02:00,3\n2026-11-24T01:00,2\n2026-11-24T00:00,1\n");
    assertThat(table.axis().start()).isEqualTo("2026-11-24T00:00");
    assertThat(positions(table)).containsExactly(0, 1, 2);
    assertThat(values(table, 0)).containsExactly(1, 2, 3);
  }

  @Test
  void readsOnlyTheColumnsThatAreChosen() throws Exception {
    SeriesTable table = read("time,host,rss,fds\n1,web-1,100,12\n2,web-2,101,x\n", "rss");
    assertThat(table.columns()).extracting(SeriesTable.Column::heading).containsExactly("rss");
    assertThat(values(table, 0)).containsExactly(100, 101);
  }

  @Test
  void readsALongFileWhole() throws Exception {
    int rows = 50_000;
    SeriesTable table =
        read(
            IntStream.range(0, rows)
                .mapToObj(i -> i + "," + 2L * i + "\n")
                .collect(Collectors.joining("", "cycle,rss\n", "")));
    assertThat(table.columns().get(0).known()).isEqualTo(rows);
    assertThat(values(table, 0)[rows - 1]).isEqualTo(2.0 * (rows - 1));
  }

  @Test
  void readsASeriesOfOursByCellAndFork() throws Exception {
    Map<String, String> memory = Map.of("snapshot", "memory", "threads", "16");
    String text =
        SeriesCsv.text(
            List.of(
                Cells.measured(1, "snapshotAndDump", 1, memory, 592132, 1005364, 1429180),
                Cells.measured(1, "snapshotAndDump", 2, memory, 592136, 1005368),
                Cells.measured(2, "dumpLive", 1, Map.of("threads", "4"), 595988, 596524)));
    List<SeriesTable> tables = SeriesFile.read(MonitorFile.write(folder, text), List.of());
    assertThat(tables)
        .extracting(SeriesTable::title)
        .containsExactly(
            "cell 1, fork 1: snapshotAndDump, snapshot=memory, threads=16",
            "cell 1, fork 2: snapshotAndDump, snapshot=memory, threads=16",
            "cell 2, fork 1: dumpLive, threads=4");
    assertThat(tables).extracting(SeriesTable::round).containsExactly(16.0, 16.0, 4.0);
    assertThat(tables.get(0).databaseKiB()).isEqualTo(533_500_000 / 1024.0);
    assertThat(tables.get(0).columns())
        .extracting(SeriesTable.Column::heading)
        .containsExactly("rss_kib", "fds", "threads");
    assertThat(positions(tables.get(0))).containsExactly(0, 1, 2);
    assertThat(values(tables.get(0), 0)).containsExactly(592132, 1005364, 1429180);
    assertThat(values(tables.get(0), 1)).containsExactly(12, 13, 13);
    assertThat(values(tables.get(2), 0)).containsExactly(595988, 596524);
    assertThat(
            SeriesFile.read(folder.resolve("monitor.csv"), List.of("snapshot_ms"))
                .get(0)
                .columns()
                .get(0)
                .values())
        .containsExactly(Double.NaN, 100, 100);
  }
}
