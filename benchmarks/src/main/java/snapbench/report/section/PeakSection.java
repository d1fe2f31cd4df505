package snapbench.report.section;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/** How high the resident set and the descriptors went within cycles, which readings do not see. */
public final class PeakSection {
  private PeakSection() {}

  private record Peak(Cell cell, Iteration iteration) {
    Fork fork() {
      return cell.first();
    }

    double kib() {
      return iteration.value(Metric.PROCESS_RSS_PEAK);
    }

    String when() {
      return iteration.iteration() + (iteration.warmup() ? " of the warm-up" : "");
    }

    double descriptors() {
      return fork().known(Metric.PROCESS_FDS_PEAK).max().orElse(Double.NaN);
    }
  }

  public static Section of(List<Cell> cells) {
    List<Peak> peaks =
        Cell.perFork(cells).stream()
            .flatMap(cell -> highest(cell.first()).map(each -> new Peak(cell, each)).stream())
            .toList();
    return Section.of(
        "Peaks within cycles",
        new Columns<Peak>()
            .text("Variant", peak -> peak.cell.name())
            .number("Baseline, KiB", Numbers::whole, peak -> RssSeries.baseline(peak.fork()))
            .number("Last reading, KiB", Numbers::whole, peak -> RssSeries.last(peak.fork()))
            .number("Peak, KiB", Numbers::whole, Peak::kib)
            .number("In iteration", Peak::when)
            .number(
                "Peak ÷ baseline",
                peak -> Numbers.times(peak.kib(), RssSeries.baseline(peak.fork())))
            .number("Most descriptors", Numbers::whole, Peak::descriptors)
            .of(peaks),
        "Peak: the highest resident set within an iteration; on Linux the kernel's VmHWM, which is"
            + " reset when an iteration begins.");
  }

  /** The first iteration with the highest value. */
  private static Optional<Iteration> highest(Fork fork) {
    return fork.iterations().stream()
        .filter(iteration -> !Double.isNaN(iteration.value(Metric.PROCESS_RSS_PEAK)))
        .max(Comparator.comparingDouble(iteration -> iteration.value(Metric.PROCESS_RSS_PEAK)));
  }
}
