package snapbench.analysis.fork;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.model.Fork;
import snapbench.model.Iteration;

/**
 * Series of the ledger of a cell's fork: a value at the end of each iteration, warm-up included,
 * over the cycles until then, behind the one before the first cycle.
 */
final class LedgerSeries {
  private static final String CYCLES = "process.cycles";

  private LedgerSeries() {}

  /** Whether the ledger was on and could be read at least twice. */
  static boolean isKnown(Fork cell) {
    return of(cell, Cause.ALLOCATOR_RETENTION.labels()).size() > 1
        || of(cell, Cause.FILE_MAPPINGS.labels()).size() > 1;
  }

  /**
   * The series of metrics added up.
   *
   * @param labels of the metrics; a reading that lacks one is left out
   */
  static Series of(Fork cell, List<String> labels) {
    Map<Double, Double> points = new TreeMap<>();
    for (Iteration iteration : cell.iterations()) {
      double cycles = metric(iteration, CYCLES);
      if (!Double.isNaN(cycles)) {
        points.put(cycles, labels.stream().mapToDouble(each -> metric(iteration, each)).sum());
      }
    }
    return Series.of(
        new Quantity(String.join("+", labels), "KiB", Quantity.Kind.MEMORY_KIB),
        points.keySet().stream().mapToDouble(each -> each).toArray(),
        points.values().stream().mapToDouble(each -> each).toArray());
  }

  private static double metric(Iteration iteration, String label) {
    Double value = iteration.metrics().get(label);
    return value == null ? Double.NaN : value;
  }
}
