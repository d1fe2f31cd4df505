package snapbench.report.section;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Quantile;
import snapbench.model.Cell;
import snapbench.report.cell.CycleTime;
import snapbench.report.model.Columns;
import snapbench.report.model.Section;
import snapbench.report.text.Numbers;

/** How long statements on the live database had to wait while cycles ran: all cycles, not means. */
public final class LiveSection {
  /** The least value that at least a share of all reach at most. */
  private static final Quantile REACHED =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF1);

  private LiveSection() {}

  @SuppressWarnings("ArrayRecordComponent") // neither compared nor printed
  private record Waits(Cell cell, String statement, double[] millis) {
    double atShare(double share) {
      return REACHED.evaluate(millis, share);
    }
  }

  public static Section of(List<Cell> cells) {
    List<Waits> waits =
        cells.stream()
            .flatMap(
                cell ->
                    Stream.of(
                        new Waits(cell, "SELECT", cell.known(CycleTime.READS_BLOCKED::of)),
                        new Waits(cell, "UPDATE", cell.known(CycleTime.WRITES_BLOCKED::of))))
            .filter(each -> each.millis.length > 0)
            .toList();
    return Section.of(
        "Longest wait on the live database in each cycle, in ms",
        new Columns<Waits>()
            .text("Variant", each -> each.cell.name())
            .text("Statement", Waits::statement)
            .number("Cycles", Numbers::whole, each -> each.millis.length)
            .number("Median", Numbers::significant, each -> each.atShare(0.5))
            .number("p90", Numbers::significant, each -> each.atShare(0.9))
            .number("Longest", Numbers::significant, each -> each.atShare(1))
            .of(waits));
  }
}
