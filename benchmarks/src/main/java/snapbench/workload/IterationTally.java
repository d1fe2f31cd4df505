package snapbench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import snapbench.model.Cycle;

/** The cycles of one iteration, and what they come to. NaN where no cycle has the figure. */
final class IterationTally {
  private final List<Cycle> cycles = new ArrayList<>();

  synchronized void add(Cycle cycle) {
    cycles.add(cycle);
  }

  /** Mean over the cycles that have the figure. */
  synchronized double mean(ToDoubleFunction<Cycle> figure) {
    return known(figure).average().orElse(Double.NaN);
  }

  /** Highest over the cycles that have the figure. */
  synchronized double max(ToDoubleFunction<Cycle> figure) {
    return known(figure).max().orElse(Double.NaN);
  }

  private DoubleStream known(ToDoubleFunction<Cycle> figure) {
    return cycles.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value));
  }

  /** Bytes over time, in MB/s (10^6 bytes), over the cycles that have both. */
  synchronized double rate(ToDoubleFunction<Cycle> bytes, ToDoubleFunction<Cycle> millis) {
    double sumBytes = 0;
    double sumMillis = 0;
    for (Cycle cycle : cycles) {
      if (millis.applyAsDouble(cycle) > 0) {
        sumBytes += bytes.applyAsDouble(cycle);
        sumMillis += millis.applyAsDouble(cycle);
      }
    }
    return sumMillis > 0 ? sumBytes / 1e6 / (sumMillis / 1e3) : Double.NaN;
  }
}
