package snapbench.results.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.results.files.InvalidInputException;

/** Files of which no series can be read, and what is said of them. */
class SeriesFileRefusalTest {
  @TempDir Path folder;

  private String refusal(String text, String... chosen) throws IOException {
    return refusal(MonitorFile.write(folder, text), chosen);
  }

  private static String refusal(Path file, String... chosen) {
    try {
      List<SeriesTable> tables = SeriesFile.read(file, List.of(chosen));
      throw new AssertionError("was read as " + tables);
    } catch (InvalidInputException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~                                 | monitor.csv is empty",
        "# nothing\\n\\n                    | monitor.csv has no rows",
        "cycle,rss\\n                       | has headings, but no row",
        "rss\\n1\\n2\\n                     | has one column, rss",
        "cycle,rss,fds,rss\\n0,1,2,3\\n     | more than one column rss",
        "cycle,rss\\n0,\\n1,NaN\\n          | has no number in any column",
        "cycle,rss\\n0,1\\n1,12 MiB\\n      | line 3, column rss: '12 MiB' is not a number",
        "cycle,rss\\n0,1\\n1,inf\\n         | line 3, column rss: 'inf' is not a number",
        "cycle,rss\\n0,1\\n1,1e999\\n       | line 3, column rss: '1e999' is too large",
        "cycle,rss\\n0,1\\n1,0x10\\n        | line 3, column rss: '0x10' is not a number",
        "cycle;rss\\n"
            + "0;1.024\\n"
            + "1;12,5\\n"
            + "    | decimals in '12,5' on line 3 and a point in '1.024' on line 2",
        "cycle;rss\\n0;1\\n1;1,024,5\\n     | line 3, column rss: '1,024,5' is not a number",
        "cycle\\trss\\n"
            + "0\\t1,024\\n"
            + "1\\t12,5\\n"
            + " | '1,024' on line 2 and decimals in '12,5' on line 3",
        "cycle\\trss\\n"
            + "0\\t12,5\\n"
            + "1\\t1,024\\n"
            + " | '1,024' on line 3 and decimals in '12,5' on line 2",
        "cycle;rss\\n"
            + "0;1,024,000\\n"
            + "1;12,5\\n"
            + " | '1,024,000' on line 2 and decimals in '12,5' on line 3",
        "cycle,rss\\n0,1\\n1,1,024\\n       | line 3: 3 cells for 2 columns; a number with",
        "cycle,rss\\n0,1\\n0,2\\n           | line 3, column cycle: the same cycle as on line 2",
        "cycle,rss\\n0,1\\n2,2\\n1,3\\n     | line 4, column cycle: goes back after line 3",
        "cycle,rss\\n2,1\\n1,2\\n3,3\\n     | line 4, column cycle: goes up after line 3",
        "# c\\n\\ncycle,rss\\n,1\\n         | line 4, column cycle: there is no number or time",
        "cycle,rss\\n"
            + "web-1,1\\n"
            + "             | line 2, column cycle: 'web-1' is not a number or time",
        "time,host\\n"
            + "1,web-1\\n"
            + "             | line 2, column host: 'web-1' is not a number; --column",
        "time,rss\\n2026-13-01,1\\n         | line 2, column time: '2026-13-01' is not a time",
        "time,rss\\n2026-11-01,1\\nx,1\\n   | line 3, column time: 'x' is not a time of ISO 8601",
        "time,rss\\n"
            + "2026-11-01T25:00,1\\n"
            + "   | line 2, column time: '2026-11-01T25:00' is not a time",
        "t,a\\n"
            + "2026-11-01T01:00Z,1\\n"
            + "2026-11-01T02:00,1 | line 3, column t: '2026-11-01T02:00' has no zone",
        "cycle,rss\\n"
            + "0,\"100\\n"
            + "1,101\\n"
            + "     | Missing closing quote for value; the last whole row is line 1",
        "cycle,rss\\n0,\"100\"x\\n1,101\\n  | line 2: Unexpected character ('x'",
        "cell,fork,benchmark,state,cycle,rss_kib\\n1,1,b,MEASURED,0\\n | line 2: 5 cells for 6",
        "cell,fork,benchmark,state,cycle,rss_kib\\n"
            + "1,1,b,MEASURED,,5\\n"
            + " | line 2, column cycle: there",
        "cell,fork,benchmark,state,cycle,rss_kib\\n"
            + "1,1,b,MEASURED,0,x\\n"
            + " | line 2, column rss_kib: 'x'",
        "cell,fork,benchmark,state,cycle,rss_kib\\n"
            + "1,1,b,F,0,1\\n"
            + "1,1,b,F,0,2\\n"
            + " | line 3, column cycle",
      })
  void refusesInOneLineThatSaysWhere(String text, String message) throws IOException {
    assertThat(refusal(text.replace("\\n", "\n").replace("\\t", "\t")))
        .contains("monitor.csv", message)
        .hasLineCount(1);
  }

  @Test
  void refusesAColumnThatIsNotThere() throws IOException {
    assertThat(refusal("cycle,rss,fds\n0,1,2\n", "rss", "heap"))
        .contains("has no column heap; choose one of rss, fds");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    assertThat(refusal(Files.write(folder.resolve("a.gz"), new byte[] {31, -117, 8, 0, 0})))
        .contains("a.gz is not text: it holds bytes of value 0");
    assertThat(
            refusal(
                MonitorFile.write(folder, "cycle,gr\u00f6sse\n0,1\n", StandardCharsets.ISO_8859_1)))
        .contains("monitor.csv is not text in UTF-8");
    String late = "cycle,rss\n" + "0,1\n".repeat(30_000) + "1,\u00f6\n";
    assertThat(refusal(MonitorFile.write(folder, late, StandardCharsets.ISO_8859_1)))
        .contains("is not text in UTF-8; the last row that could be read is line ");
  }

  @Test
  void refusesAFolderAndWhatIsNotThere() throws IOException {
    assertThat(refusal(folder)).endsWith(" is a folder; choose a CSV file");
    Files.writeString(folder.resolve("series.csv"), "");
    assertThat(refusal(folder)).endsWith(" is a folder; choose its series.csv");
    assertThat(refusal(folder.resolve("no.csv"))).endsWith("no.csv does not exist");
  }

  @Test
  void aMessageStaysShortAndOnOneLine() throws IOException {
    assertThat(refusal("cycle,rss\n0,\"a\nb" + "c".repeat(5000) + "\"\n"))
        .contains("line 2, column rss: 'a bccc")
        .hasLineCount(1)
        .hasSizeLessThan(folder.toString().length() + 160);
  }
}
