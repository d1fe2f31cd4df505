package snapbench.self.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import snapbench.report.Report;
import snapbench.report.render.ConsoleRenderer;
import snapbench.report.render.MarkdownRenderer;

/** The confusion matrix as it is printed. */
class ConfusionReportTest {
  @Test
  void everyKindHasItsRow() {
    Confusion confusion = Confusion.of(List.of(SyntheticKind.values()), 2, 40, 1);
    Report report = new ConfusionReport(confusion, 2, 40).report();
    String text = ConsoleRenderer.render(report, false);
    String markdown = MarkdownRenderer.render(report);
    assertThat(Arrays.stream(SyntheticKind.values()).map(SyntheticKind::title))
        .allMatch(title -> text.contains(title + "  "))
        .allMatch(title -> markdown.contains("| " + title + " |"));
  }

  @Test
  void theIntervalOfAProportionIsExact() {
    // None of 60: 1 - 0.025^(1/60); all of 20: 0.025^(1/20).
    assertThat(new Proportion(0, 60).upper())
        .isCloseTo(1 - Math.pow(0.025, 1 / 60.0), within(1e-9));
    assertThat(new Proportion(0, 60).lower()).isZero();
    assertThat(new Proportion(20, 20).lower()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-9));
    assertThat(new Proportion(20, 20).upper()).isEqualTo(1);
    // Clopper and Pearson's chart, and R's binom.test(10, 20).
    assertThat(new Proportion(10, 20).lower()).isCloseTo(0.2719578, within(1e-6));
    assertThat(new Proportion(10, 20).upper()).isCloseTo(0.7280422, within(1e-6));
    assertThat(new Proportion(0, 0).percent()).isEqualTo("none");
  }
}
