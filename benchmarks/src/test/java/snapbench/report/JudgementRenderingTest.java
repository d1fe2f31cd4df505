package snapbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.report.judge.JudgedSeries;
import snapbench.report.judge.JudgedTable;
import snapbench.report.judge.JudgementJson;
import snapbench.report.judge.JudgementText;

/** Verdicts as text and JSON, to the letter, in locales with other digits and separators. */
class JudgementRenderingTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  private static JudgedSeries growing() {
    return new JudgedSeries(
        "rss_mib",
        "mib",
        new Judgement(
            new Quantity("rss_mib", "KiB", Quantity.Kind.MEMORY_KIB),
            Verdict.GROWING,
            "it rose in each of the last three rounds, by more than the threshold, up to the end of"
                + " the series",
            new GrowthEstimate(11204.5, 8204.25, 14101.75, 16, 48),
            344.125,
            1067,
            48,
            49,
            592132,
            1129948,
            List.of(1.0, 17.0, 33.0),
            2,
            9,
            0.00012));
  }

  private static JudgedSeries constant() {
    return new JudgedSeries(
        "size",
        "",
        new Judgement(
            new Quantity("size", "", Quantity.Kind.OTHER),
            Verdict.FLAT,
            "always the same",
            new GrowthEstimate(-1e-17, -0.0025, 0.0025, 0, 1),
            0.0625,
            12.5,
            1,
            2000,
            7.5,
            -7.5,
            List.of(),
            1,
            0,
            1));
  }

  private static JudgedSeries unknown() {
    return new JudgedSeries(
        "fds",
        "count",
        new Judgement(
            Quantity.DESCRIPTORS,
            Verdict.INCONCLUSIVE,
            "one reading is no series",
            new GrowthEstimate(
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                Double.NaN),
            Double.NaN,
            0.02,
            Double.NaN,
            1,
            12,
            12,
            List.of(),
            Double.NaN,
            Double.NaN,
            Double.NaN));
  }

  private static List<JudgedTable> tables() {
    return List.of(
        new JudgedTable(
            "cell 1, fork 1: snapshotAndDump, snapshot=memory",
            "cycle",
            "cycle",
            16,
            533_500,
            List.of(),
            List.of(growing(), unknown())),
        new JudgedTable(
            "",
            "time (hours since 2026-11-24)",
            "hour",
            Double.NaN,
            Double.NaN,
            List.of("the comma in '1,024' on line 2 separates thousands"),
            List.of(constant(), unknown())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-CH", "tr-TR", "ar-EG-u-nu-arab"})
  void isTheSameInEveryLocale(String locale) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat(JudgementText.render("monitor.csv", tables()))
        .isEqualTo(GoldenTest.golden("judgements.txt"));
    assertThat(JudgementJson.render(tables())).isEqualTo(GoldenTest.golden("judgements.json"));
  }
}
