package snapbench.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import snapbench.report.cell.JudgedRun;
import snapbench.report.cell.ScoredCell;
import snapbench.report.cell.ShownCells;
import snapbench.report.model.Chart;

/**
 * The charts of a report, each for the section that it belongs to. What is not known has no chart.
 *
 * @param scored what JMH came to
 * @param shown the cells that charts show
 */
public record RunCharts(List<ScoredCell> scored, ShownCells shown) {

  /** Copies the list. */
  public RunCharts {
    scored = List.copyOf(scored);
  }

  /** The charts of some runs. */
  public static RunCharts of(JudgedRun judged, List<ScoredCell> scored) {
    return new RunCharts(scored, ShownCells.of(judged.observed(), judged.cells()));
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
    return Stream.concat(ScoreCharts.of(scored, shown).stream(), CycleTimeChart.of(shown).stream())
        .toList();
  }

  /** For the phases of a cycle, and the waits on the live database. */
  public List<Chart> phases() {
    return Stream.of(TimesChart.phases(shown), TimesChart.waits(shown))
        .flatMap(Optional::stream)
        .toList();
  }
}
