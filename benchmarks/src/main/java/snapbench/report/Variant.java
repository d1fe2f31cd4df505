package snapbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import snapbench.results.Cell;
import snapbench.results.Cell.Cycle;
import snapbench.results.Cell.Iteration;

/**
 * What a column or row of the report is about: the forks of a benchmark in one mode with one value
 * for each parameter.
 *
 * @param name what sets it apart from the other variants of the run
 * @param forks its forks, at least one
 */
record Variant(String name, List<Cell> forks) {
  Variant {
    forks = List.copyOf(forks);
  }

  /** Each fork as a variant of its own; this variant if it has one fork. */
  List<Variant> perFork() {
    if (forks.size() == 1) {
      return List.of(this);
    }
    List<Variant> each = new ArrayList<>();
    for (Cell fork : forks) {
      each.add(new Variant(name + ", fork " + fork.fork(), List.of(fork)));
    }
    return each;
  }

  /** The first fork. */
  Cell first() {
    return forks.get(0);
  }

  /**
   * Mean over the measured cycles of all forks; where no cycles are on record, mean of a metric
   * over the iterations. NaN if neither is known.
   */
  double mean(ToDoubleFunction<Cycle> ofCycle, String metric) {
    double[] values = known(ofCycle, metric);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }

  /** The same for the highest value. */
  double highest(ToDoubleFunction<Cycle> ofCycle, String metric) {
    double highest = Double.NaN;
    for (double value : known(ofCycle, metric)) {
      highest = Double.isNaN(highest) ? value : Math.max(highest, value);
    }
    return highest;
  }

  private double[] known(ToDoubleFunction<Cycle> ofCycle, String metric) {
    double[] ofCycles =
        forks.stream()
            .flatMap(cell -> cell.cycles().stream())
            .filter(cycle -> !cycle.warmup())
            .mapToDouble(ofCycle)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return ofCycles.length > 0 ? ofCycles : knownMetrics(metric);
  }

  private double[] knownMetrics(String metric) {
    return forks.stream()
        .flatMap(cell -> cell.iterations().stream())
        .filter(iteration -> !iteration.warmup())
        .mapToDouble(iteration -> metric(iteration, metric))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /** A metric of an iteration; NaN if it has none. */
  static double metric(Iteration iteration, String label) {
    Double value = iteration.metrics().get(label);
    return value == null ? Double.NaN : value;
  }
}
