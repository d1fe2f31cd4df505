package snapbench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import snapbench.model.Fork;

/** The cycles of one iteration, and what they come to. NaN where no cycle has the figure. */
final class IterationTally {
  private final List<Fork.Cycle> cycles = new ArrayList<>();

  synchronized void add(Fork.Cycle cycle) {
    cycles.add(cycle);
  }

  /** Mean over the cycles that have the figure. */
  synchronized double mean(ToDoubleFunction<Fork.Cycle> figure) {
    return cycles.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Highest over the cycles that have the figure. */
  synchronized double max(ToDoubleFunction<Fork.Cycle> figure) {
    return cycles.stream()
        .mapToDouble(figure)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(Double.NaN);
  }

  /** Bytes over time, in MB/s (10^6 bytes), over the cycles that have both. */
  synchronized double rate(
      ToDoubleFunction<Fork.Cycle> bytes, ToDoubleFunction<Fork.Cycle> millis) {
    double sumBytes = 0;
    double sumMillis = 0;
    for (Fork.Cycle cycle : cycles) {
      if (millis.applyAsDouble(cycle) > 0) {
        sumBytes += bytes.applyAsDouble(cycle);
        sumMillis += millis.applyAsDouble(cycle);
      }
    }
    return sumMillis > 0 ? sumBytes / 1e6 / (sumMillis / 1e3) : Double.NaN;
  }
}
