package snapbench.report.chart;

import java.util.Optional;
import snapbench.analysis.verdict.Quantity;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;

/** Open file descriptors over cycles: a line for each cell and fork. */
final class DescriptorChart {
  private DescriptorChart() {}

  static Optional<Chart> of(ShownCells shown) {
    SeriesLines lines = SeriesLines.of(shown, Quantity.DESCRIPTORS);
    if (lines.lines().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart(
            "descriptors",
            "Open file descriptors against cycles",
            lines.summary("", 1) + lines.note() + shown.note(),
            ChartTemplate.read("descriptors")
                .data("readings", lines.points())
                .styled(shown.styles()),
            lines.table("Open file descriptors")));
  }
}
