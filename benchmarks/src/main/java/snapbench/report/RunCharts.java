package snapbench.report;

import java.util.List;
import java.util.stream.Stream;
import snapbench.analysis.Thresholds;
import snapbench.results.Run;

/**
 * The charts of a run, each for the section that it belongs to. What is not known has no chart.
 *
 * @param run the run
 * @param variants all its variants
 * @param shown those that charts show
 * @param thresholds what growth is too small to matter
 */
record RunCharts(Run run, List<Variant> variants, ShownVariants shown, Thresholds thresholds) {

  static RunCharts of(Run run, List<Variant> variants, Thresholds thresholds) {
    return new RunCharts(run, variants, ShownVariants.of(variants, thresholds), thresholds);
  }

  /** For the verdicts. */
  List<Chart> residentSet() {
    return RssChart.of(shown, thresholds).stream().toList();
  }

  /** For baseline, highest and last. */
  List<Chart> peaks() {
    return PeakChart.of(shown).stream().toList();
  }

  /** For the owners of resident bytes. */
  List<Chart> ledger() {
    return LedgerChart.of(shown, thresholds).stream().toList();
  }

  /** For descriptors. */
  List<Chart> descriptors() {
    return DescriptorChart.of(shown).stream().toList();
  }

  /** For throughput and time. */
  List<Chart> speed() {
    return Stream.concat(
            ScoreCharts.of(run, variants, shown).stream(), CycleTimeChart.of(shown).stream())
        .toList();
  }

  /** For the phases of a cycle. */
  List<Chart> phases() {
    return Stream.of(TimesChart.phases(shown), TimesChart.waits(shown))
        .flatMap(chart -> chart.stream())
        .toList();
  }
}
