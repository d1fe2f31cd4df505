package snapbench.report.chart;

import java.util.List;
import snapbench.analysis.verdict.Quantity;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;

/** Open file descriptors over cycles: a line for each cell and fork. */
public final class DescriptorChart {
  private DescriptorChart() {}

  /** The chart; none if there is nothing to draw. */
  public static List<Chart> of(ShownCells shown) {
    SeriesLines lines = SeriesLines.of(shown, Quantity.DESCRIPTORS);
    if (lines.lines().isEmpty()) {
      return List.of();
    }
    return List.of(
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
