package snapbench.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.model.Fork;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;
import snapbench.report.model.Columns;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/** The resident set of each cell and fork before the first cycle, at the end, and at most. */
public final class PeakChart {
  private PeakChart() {}

  /** A row of the chart and of its table, in KiB and in MiB. */
  private record Peak(
      String variant,
      String fork,
      double baselineKib,
      double baseline,
      double lastKib,
      double last,
      double peakKib,
      double peak) {
    static Peak of(String label, Fork fork) {
      double baseline = RssSeries.baseline(fork);
      double last = RssSeries.last(fork);
      double peak = RssSeries.highest(fork, Metric.PROCESS_RSS_PEAK);
      return new Peak(
          label,
          Texts.fork(fork.fork()),
          baseline,
          Numbers.mib(baseline),
          last,
          Numbers.mib(last),
          peak,
          Numbers.mib(peak));
    }
  }

  /** The chart; none if there is nothing to draw. */
  public static List<Chart> of(ShownCells shown) {
    List<Peak> peaks =
        shown.cells().stream()
            .flatMap(cell -> cell.forks().stream().map(fork -> Peak.of(shown.label(cell), fork)))
            .filter(each -> Double.isFinite(each.peak))
            .toList();
    Map<String, Double> highest = new LinkedHashMap<>();
    peaks.forEach(each -> highest.merge(each.variant, each.peak, Math::max));
    List<String> parts = new ArrayList<>();
    highest.forEach((label, mib) -> parts.add(label + " " + Numbers.whole(mib) + " MiB"));
    return peaks.isEmpty()
        ? List.of()
        : List.of(
            new Chart(
                "peaks",
                "Resident set before the first cycle (bar), at the end (dot) and at most"
                    + " (triangle)",
                "Highest: "
                    + Texts.listed(parts)
                    + ". Highest within cycles too, where the kernel says."
                    + shown.note(),
                ChartTemplate.read("peaks").data("forks", peaks).styled(shown.styles()),
                new Columns<Peak>()
                    .text("Variant", Peak::variant)
                    .text("Fork", Peak::fork)
                    .number("Before the first cycle, KiB", Numbers::whole, Peak::baselineKib)
                    .number("Last, KiB", Numbers::whole, Peak::lastKib)
                    .number("Highest, KiB", Numbers::whole, Peak::peakKib)
                    .of(peaks)));
  }
}
