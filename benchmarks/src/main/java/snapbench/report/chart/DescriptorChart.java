package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import snapbench.analysis.verdict.Quantity;
import snapbench.report.cell.ShownCells;
import snapbench.report.chart.SeriesLines.Line;
import snapbench.report.model.Chart;

/** Open file descriptors over cycles: a line for each cell and fork. */
final class DescriptorChart {
  private DescriptorChart() {}

  static Optional<Chart> of(ShownCells shown) {
    SeriesLines lines = SeriesLines.of(shown, Quantity.DESCRIPTORS);
    if (lines.lines().isEmpty()) {
      return Optional.empty();
    }
    List<ObjectNode> readings = new ArrayList<>();
    for (Line line : lines.lines()) {
      for (int i : lines.drawn(line)) {
        readings.add(
            line.row().put("cycle", line.series().cycle(i)).put("value", line.series().value(i)));
      }
    }
    return Optional.of(
        new Chart(
            "descriptors",
            "Open file descriptors against cycles",
            lines.summary("", 1) + lines.note() + shown.note(),
            ChartTemplate.read("descriptors").data("readings", readings).styled(shown.styles()),
            lines.table("Open file descriptors")));
  }
}
