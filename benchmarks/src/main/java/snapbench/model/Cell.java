package snapbench.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One combination of values: the forks of a benchmark in one mode with one value for each
 * parameter.
 *
 * @param name what sets it apart from the other cells of the run
 * @param forks its forks, at least one
 */
public record Cell(String name, List<Fork> forks) {
  public Cell {
    forks = List.copyOf(forks);
  }

  /** Each fork of some cells as a cell of its own. */
  public static List<Cell> perFork(List<Cell> cells) {
    return cells.stream().flatMap(cell -> cell.perFork().stream()).toList();
  }

  /** Each fork as a cell of its own; this cell if it has one fork. */
  public List<Cell> perFork() {
    if (forks.size() == 1) {
      return List.of(this);
    }
    return forks.stream()
        .map(fork -> new Cell(name + ", fork " + fork.fork(), List.of(fork)))
        .toList();
  }

  /** Whether a fork was measured, so that it must be shown even if nothing of it is known. */
  public boolean isMeasured() {
    return forks.stream().anyMatch(fork -> fork.state() == Fork.State.MEASURED);
  }

  /** The forks that were measured; all, if none was. */
  public List<Fork> counting() {
    List<Fork> measured =
        forks.stream().filter(fork -> fork.state() == Fork.State.MEASURED).toList();
    return measured.isEmpty() ? forks : measured;
  }

  /**
   * Whether a process was observed, so that its memory and descriptors are of interest: in ours,
   * and wherever the profiler was used.
   */
  public boolean isObserved() {
    return forks.stream()
        .anyMatch(
            fork ->
                fork.key().isOurs()
                    || fork.baseline() != null
                    || !fork.cycles().isEmpty()
                    || fork.iterations().stream()
                        .anyMatch(iteration -> iteration.reports(Metric.PROCESS_CYCLES)));
  }

  /** What its forks share. */
  public CellKey key() {
    return first().key();
  }

  /** The first fork. */
  public Fork first() {
    return forks.get(0);
  }

  /**
   * Mean over the measured cycles of all forks; where no cycles are on record, mean of a metric
   * over the iterations. NaN if neither is known.
   */
  public double mean(ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    return Arrays.stream(known(ofCycle, metric)).average().orElse(Double.NaN);
  }

  /** Mean over the measured cycles of all forks; NaN if no cycles are on record. */
  public double mean(ToDoubleFunction<Cycle> ofCycle) {
    return Arrays.stream(known(ofCycle)).average().orElse(Double.NaN);
  }

  /**
   * Bytes over time in MB/s (10^6 bytes) over the measured cycles of all forks that have both, so
   * that it agrees with their mean time; where no cycles are on record, a metric's rates, each
   * weighted by the time it is of. NaN if neither is known.
   *
   * @param rateMetric a rate for each iteration
   * @param millisMetric the mean time that the rate is of
   */
  public double rate(
      ToDoubleFunction<Cycle> bytes,
      ToDoubleFunction<Cycle> millis,
      Metric rateMetric,
      Metric millisMetric) {
    return measuredCycles().findAny().isPresent()
        ? quotient(measuredCycles(), cycle -> bytes.applyAsDouble(cycle) / 1000, millis)
        : quotient(
            measuredIterations(),
            iteration -> iteration.value(rateMetric) * iteration.value(millisMetric),
            iteration -> iteration.value(millisMetric));
  }

  /** Sum over sum, of what has both and is more than nothing. */
  private static <T> double quotient(
      Stream<T> items, ToDoubleFunction<T> dividend, ToDoubleFunction<T> divisor) {
    List<T> known =
        items
            .filter(item -> dividend.applyAsDouble(item) > 0 && divisor.applyAsDouble(item) > 0)
            .toList();
    double divisors = known.stream().mapToDouble(divisor).sum();
    return divisors > 0 ? known.stream().mapToDouble(dividend).sum() / divisors : Double.NaN;
  }

  /** The same as the mean for the highest value. */
  public double highest(ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    return Arrays.stream(known(ofCycle, metric)).max().orElse(Double.NaN);
  }

  /** A figure of the measured cycles of all forks, where it is known. */
  public double[] known(ToDoubleFunction<Cycle> ofCycle) {
    return measuredCycles().mapToDouble(ofCycle).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** The values that the mean and the highest are of. */
  public double[] known(ToDoubleFunction<Cycle> ofCycle, Metric metric) {
    double[] ofCycles = known(ofCycle);
    return ofCycles.length > 0
        ? ofCycles
        : measuredIterations()
            .mapToDouble(iteration -> iteration.value(metric))
            .filter(value -> !Double.isNaN(value))
            .toArray();
  }

  private Stream<Cycle> measuredCycles() {
    return forks.stream().flatMap(fork -> fork.cycles().stream()).filter(cycle -> !cycle.warmup());
  }

  private Stream<Iteration> measuredIterations() {
    return forks.stream()
        .flatMap(fork -> fork.iterations().stream())
        .filter(iteration -> !iteration.warmup());
  }
}
