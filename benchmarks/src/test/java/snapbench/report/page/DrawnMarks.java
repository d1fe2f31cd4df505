package snapbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import snapbench.model.Metric;
import snapbench.report.SampleRun;

/** The marks that a browser drew of a chart of {@link SampleRun}, counted against its data. */
final class DrawnMarks {
  private final Browser browser;
  private final String id;
  private final String drawing;
  private final JsonNode data;

  DrawnMarks(Browser browser, JsonNode chart) {
    this.browser = browser;
    this.id = chart.path("id").asText();
    this.drawing = "#" + id + "-drawing";
    this.data = chart.at("/specification/datasets");
  }

  void check() {
    switch (id) {
      case "chart-1-resident-set" -> {
        assertMarks("symbol", data.path("readings").size());
        assertMarks("area", data.path("growth").size() / 3);
        assertMarks("line", 2 * SampleRun.VARIANTS * SampleRun.FORKS);
      }
      case "chart-1-descriptors" -> {
        assertMarks("symbol", data.path("readings").size());
        assertMarks("line", SampleRun.VARIANTS * SampleRun.FORKS);
      }
      case "chart-1-score-1", "chart-1-cycle-times" -> {
        assertMarks("rect", data.path("values").size());
        assertMarks("symbol", data.path("centres").size());
        assertThat(browser.elements(drawing + " .mark-rule.role-mark line"))
            .isEqualTo(data.path("centres").size());
      }
      case "chart-1-phases", "chart-1-waits" -> {
        assertMarks("symbol", data.path("times").size());
        assertMarks("rect", data.path("times").size());
      }
      case "chart-1-peaks" -> {
        assertMarks("symbol", 2 * data.path("forks").size());
        assertMarks("rect", data.path("forks").size());
      }
      case "chart-1-ledger" -> {
        assertMarks("symbol", data.path("owners").size());
        assertMarks("area", SampleRun.FORKS * Metric.owners().size());
      }
      case "chart-2-speed", "chart-2-explored" -> assertMarks("symbol", data.path("ratios").size());
      default -> throw new AssertionError("no expectation for " + id);
    }
  }

  private void assertMarks(String mark, int count) {
    assertThat(browser.elements(drawing + " .mark-" + mark + ".role-mark path"))
        .as(drawing + ", " + mark)
        .isEqualTo(count);
  }
}
