package snapbench.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;

/**
 * The charts of a report, each for the section that it belongs to. What is not known has no chart.
 *
 * @param judged the runs
 * @param shown the cells that charts show
 */
public record RunCharts(JudgedRun judged, ShownCells shown) {

  public static RunCharts of(JudgedRun judged) {
    return new RunCharts(judged, ShownCells.of(judged.observed(), judged.cells()));
  }

  /** For the verdicts. */
  public List<Chart> residentSet() {
    return RssChart.of(shown).stream().toList();
  }

  /** For baseline, last and highest. */
  public List<Chart> peaks() {
    return PeakChart.of(shown).stream().toList();
  }

  /** For the owners of resident bytes. */
  public List<Chart> ledger() {
    return LedgerChart.of(shown).stream().toList();
  }

  /** For descriptors. */
  public List<Chart> descriptors() {
    return DescriptorChart.of(shown).stream().toList();
  }

  /** For throughput and time. */
  public List<Chart> speed() {
    return Stream.concat(
            ScoreCharts.of(judged.merged(), judged.cells(), shown).stream(),
            CycleTimeChart.of(shown).stream())
        .toList();
  }

  /** For the phases of a cycle, and the waits on the live database. */
  public List<Chart> phases() {
    return Stream.of(TimesChart.phases(shown), TimesChart.waits(shown))
        .flatMap(Optional::stream)
        .toList();
  }
}
