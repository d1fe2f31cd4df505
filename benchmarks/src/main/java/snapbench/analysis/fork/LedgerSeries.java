package snapbench.analysis.fork;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;

/**
 * Series of the ledger of a cell's fork: a value at the end of each iteration, warm-up included,
 * over the cycles until then, behind the one before the first cycle.
 */
final class LedgerSeries {

  private LedgerSeries() {}

  /** Whether the ledger was on and could be read at least twice. */
  static boolean isKnown(Fork cell) {
    return of(cell, Cause.ALLOCATOR_RETENTION.metrics()).size() > 1
        || of(cell, Cause.FILE_MAPPINGS.metrics()).size() > 1;
  }

  /**
   * The series of metrics added up.
   *
   * @param metrics; a reading that lacks one is left out
   */
  static Series of(Fork cell, List<Metric> metrics) {
    Map<Double, Double> points = new TreeMap<>();
    for (Iteration iteration : cell.iterations()) {
      double cycles = iteration.value(Metric.PROCESS_CYCLES);
      if (!Double.isNaN(cycles)) {
        points.put(cycles, metrics.stream().mapToDouble(iteration::value).sum());
      }
    }
    return Series.of(
        new Quantity(
            metrics.stream().map(Metric::label).collect(Collectors.joining("+")),
            "KiB",
            Quantity.Kind.MEMORY_KIB),
        points.keySet().stream().mapToDouble(each -> each).toArray(),
        points.values().stream().mapToDouble(each -> each).toArray());
  }
}
