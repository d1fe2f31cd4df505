package snapbench.report.cell;

import java.util.Arrays;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.analysis.stats.Medians;
import snapbench.model.Cell;
import snapbench.model.Cycle;

/** How many cycles a cell does in the time of one of another's, as a ratio. */
public final class CycleThroughput {
  private static final double LEVEL = 0.05;

  /** All pairs of more cycles than these would take longer than they are worth. */
  private static final int MOST_CYCLES = 100;

  private CycleThroughput() {}

  /**
   * The reference's time of a cycle divided by the cell's: median of all pairs of measured cycles,
   * or of medians over 100 equal runs of them. The interval holds within these forks, not between
   * others.
   */
  public static RatioEstimate ratio(Cell reference, Cell cell) {
    return RatioEstimate.of(millis(cell), millis(reference), LEVEL);
  }

  private static double[] millis(Cell cell) {
    double[] millis =
        cell.forks().stream()
            .flatMap(fork -> fork.cycles().stream())
            .filter(cycle -> !cycle.warmup() && cycle.totalMillis() > 0)
            .mapToDouble(Cycle::totalMillis)
            .filter(Double::isFinite)
            .toArray();
    return millis.length <= MOST_CYCLES ? millis : thinned(millis);
  }

  private static double[] thinned(double[] millis) {
    double[] medians = new double[MOST_CYCLES];
    for (int i = 0; i < MOST_CYCLES; i++) {
      int from = (int) ((long) millis.length * i / MOST_CYCLES);
      int to = (int) ((long) millis.length * (i + 1) / MOST_CYCLES);
      medians[i] = Medians.of(Arrays.copyOfRange(millis, from, to));
    }
    return medians;
  }
}
