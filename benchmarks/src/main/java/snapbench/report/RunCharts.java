package snapbench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The charts of a report, each for the section that it belongs to. What is not known has no chart.
 *
 * @param judged the runs
 * @param shown the variants that charts show
 */
record RunCharts(JudgedRun judged, ShownVariants shown) {

  static RunCharts of(JudgedRun judged) {
    return new RunCharts(judged, ShownVariants.of(judged.observed(), judged.variants()));
  }

  /** For the verdicts. */
  List<Chart> residentSet() {
    return RssChart.of(shown).stream().toList();
  }

  /** For baseline, last and highest. */
  List<Chart> peaks() {
    return PeakChart.of(shown).stream().toList();
  }

  /** For the owners of resident bytes. */
  List<Chart> ledger() {
    return LedgerChart.of(shown).stream().toList();
  }

  /** For descriptors. */
  List<Chart> descriptors() {
    return DescriptorChart.of(shown).stream().toList();
  }

  /** For throughput and time. */
  List<Chart> speed() {
    return Stream.concat(
            ScoreCharts.of(judged.merged(), judged.variants(), shown).stream(),
            CycleTimeChart.of(shown).stream())
        .toList();
  }

  /** For the phases of a cycle, and the waits on the live database. */
  List<Chart> phases() {
    return Stream.of(TimesChart.phases(shown), TimesChart.waits(shown))
        .flatMap(Optional::stream)
        .toList();
  }
}
