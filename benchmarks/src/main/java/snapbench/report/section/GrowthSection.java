package snapbench.report.section;

import java.util.List;
import snapbench.model.Cell;
import snapbench.model.Metric;
import snapbench.report.cell.RssSeries;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/**
 * The resident set of each cell and fork in four figures: before the first cycle, highest, last,
 * and how many times the first the highest is; and what was left after {@code malloc_trim} at the
 * end, where that is known.
 */
public final class GrowthSection {
  private GrowthSection() {}

  public static Section of(List<Cell> cells) {
    List<Cell> forks =
        Cell.perFork(cells).stream()
            .filter(fork -> fork.isMeasured() || !Double.isNaN(highest(fork)))
            .toList();
    Columns<Cell> columns =
        new Columns<Cell>()
            .text("Variant", Cell::name)
            .number("Baseline", Numbers::whole, fork -> RssSeries.baseline(fork.first()))
            .number("Highest", Numbers::whole, GrowthSection::highest)
            .number("Last", Numbers::whole, fork -> RssSeries.last(fork.first()))
            .number(
                "Highest ÷ baseline",
                fork -> Numbers.times(highest(fork), RssSeries.baseline(fork.first())));
    if (forks.stream().anyMatch(fork -> !Double.isNaN(RssSeries.afterTrim(fork.first())))) {
      columns.number(
          "After malloc_trim", Numbers::whole, fork -> RssSeries.afterTrim(fork.first()));
    }
    return Section.of(
        "Growth of the resident set, in KiB",
        columns.of(forks),
        "Highest: of the readings before the first cycle and after each cycle and iteration,"
            + " warm-up included, not within a cycle.");
  }

  private static double highest(Cell fork) {
    return RssSeries.highest(fork.first(), Metric.PROCESS_RSS);
  }
}
