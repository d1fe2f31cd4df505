package snapbench.report.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Table;
import snapbench.report.model.Table.Column;
import snapbench.report.text.Labels;
import snapbench.report.text.Numbers;

/** The resident set of each cell and fork before the first cycle, at the end, and at most. */
final class PeakChart {
  private static final double KIB_PER_MIB = 1024;

  private PeakChart() {}

  static Optional<Chart> of(ShownCells shown) {
    List<ObjectNode> rows = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    Map<String, Double> highest = new LinkedHashMap<>();
    for (Cell cell : shown.cells()) {
      for (Fork fork : cell.forks()) {
        double[] series = RssSeries.of(fork);
        double peak = peak(fork, series);
        if (Double.isFinite(peak)) {
          String label = shown.label(cell);
          String number = fork.fork() == 0 ? Numbers.UNKNOWN : Integer.toString(fork.fork());
          double last = RssSeries.last(fork);
          rows.add(row(label, number, series[0], last, peak));
          texts.add(
              List.of(
                  label,
                  number,
                  Numbers.whole(series[0]),
                  Numbers.whole(last),
                  Numbers.whole(peak)));
          highest.merge(label, peak, Math::max);
        }
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(chart(shown, rows, texts, highest));
  }

  private static Chart chart(
      ShownCells shown,
      List<ObjectNode> rows,
      List<List<String>> texts,
      Map<String, Double> highest) {
    List<String> parts = new ArrayList<>();
    highest.forEach(
        (label, kib) -> parts.add(label + " " + Numbers.whole(kib / KIB_PER_MIB) + " MiB"));
    return new Chart(
        "peaks",
        "Resident set before the first cycle (bar), at the end (dot) and at most (triangle)",
        "Highest: "
            + Labels.listed(parts)
            + ". Highest within cycles too, where the kernel says."
            + shown.note(),
        ChartTemplate.read("peaks").data("forks", rows).styled(shown.styles()),
        new Table(
            List.of(
                Column.text("Variant"),
                Column.text("Fork"),
                Column.number("Before the first cycle, KiB"),
                Column.number("Last, KiB"),
                Column.number("Highest, KiB")),
            texts));
  }

  private static ObjectNode row(
      String cell, String fork, double baseline, double last, double peak) {
    ObjectNode row = ChartTemplate.row().put("variant", cell).put("fork", fork);
    put(row, "baseline", baseline);
    put(row, "last", last);
    put(row, "peak", peak);
    return row;
  }

  private static void put(ObjectNode row, String field, double kib) {
    ChartTemplate.put(row, field + "Kib", kib);
    ChartTemplate.put(row, field, kib / KIB_PER_MIB);
  }

  private static double peak(Fork fork, double[] series) {
    DoubleStream peaks =
        fork.iterations().stream()
            .mapToDouble(iteration -> iteration.value(Metric.PROCESS_RSS_PEAK));
    DoubleStream cycles = fork.cycles().stream().mapToDouble(cycle -> cycle.after().rssKiB());
    return DoubleStream.concat(Arrays.stream(series), DoubleStream.concat(peaks, cycles))
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }
}
