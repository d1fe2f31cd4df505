package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;
import snapbench.results.Cells;
import snapbench.results.csv.SeriesCsv;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** Each format, to the letter, in locales with other digits, separators and letters. */
class GoldenTest {
  private static final Map<String, String> MEMORY = Map.of("snapshot", "memory", "threads", "16");
  private static final Map<String, String> FILE = Map.of("snapshot", "file", "threads", "16");
  private static final Map<String, String> VACUUM = Map.of("snapshot", "vacuum", "threads", "16");
  private static final Map<String, String> LIVE = Map.of("threads", "16");

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  private static Run run() {
    List<Fork> cells =
        List.of(
            Cells.measured(1, "dumpLive", 1, LIVE, 595988, 596524, 597964),
            Cells.measured(2, "snapshotAndDump", 1, MEMORY, 592132, 1005364, 1429180),
            Cells.cell(
                3,
                "snapshotAndDump",
                1,
                FILE,
                State.FAILED,
                "Forked VM failed with exit code 137",
                593480,
                595088),
            Cells.cell(
                4,
                "snapshotAndDump",
                1,
                VACUUM,
                State.UNSUPPORTED,
                "sqlite-jdbc 3.21.0.1 knows no \"VACUUM INTO\", which came with SQLite 3.27"),
            Cells.measured(5, "snapshotOnly", 1, MEMORY, 591716, Double.NaN, 921480));
    return new Run(
        Path.of("results", "20261123T080910Z.FAIL"),
        cells,
        Map.of(),
        List.of(
            result(cells.get(0), 1234.5678, Double.NaN, Map.of()),
            result(cells.get(1), 0.81234, 0.01234, Map.of("snapshot.rate", rate(1439.2)))));
  }

  private static JmhResult result(
      Fork cell, double score, double error, Map<String, Metric> secondary) {
    return new JmhResult(
        cell.benchmark(),
        cell.mode(),
        cell.params(),
        new Metric(score, error, "s/op", List.of()),
        secondary);
  }

  private static Metric rate(double value) {
    return new Metric(value, 1, "MB/s", List.of());
  }

  static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GoldenTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-CH", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
  void isTheSameInEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));
    Report report = Report.of(run());
    assertThat(ConsoleRenderer.render(report, false)).isEqualTo(golden("report.txt"));
    assertThat(MarkdownRenderer.render(report)).isEqualTo(golden("report.md"));
    assertThat(SeriesCsv.text(run().forks()).replace("\r\n", "\n")).isEqualTo(golden("series.csv"));
  }
}
