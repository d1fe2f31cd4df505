package snapbench.report.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Reading;

/** The resident set of one fork by iteration, the baseline first. */
public final class RssSeries {
  /** The metric's label. */
  public static final String RSS = "process.rss";

  private static final String BASELINE = "process.rss.baseline";

  private static final String TRIMMED = "malloc.trimmed";

  private RssSeries() {}

  /** KiB before the first cycle and after each measured iteration; NaN where unknown. */
  public static double[] of(Fork cell) {
    List<Double> series = new ArrayList<>();
    series.add(baseline(cell));
    List<Iteration> measured =
        cell.iterations().stream().filter(iteration -> !iteration.warmup()).toList();
    SortedMap<Integer, Double> lastCycles = lastCycles(cell);
    for (Iteration iteration : measured) {
      Double rss = iteration.metrics().get(RSS);
      series.add(rss != null ? rss : lastCycles.getOrDefault(iteration.iteration(), Double.NaN));
    }
    // A fork that was killed has not written its iterations: their last cycles tell.
    lastCycles.tailMap(measured.size() + 1).values().forEach(series::add);
    return series.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * KiB at the end: of the series, or of the last cycle at all where no iteration was measured, as
   * in a fork that failed while it warmed up.
   */
  public static double last(Fork cell) {
    double[] series = of(cell);
    List<Cycle> cycles = cell.cycles();
    return series.length == 1 && !cycles.isEmpty()
        ? cycles.get(cycles.size() - 1).after().rssKiB()
        : series[series.length - 1];
  }

  /**
   * KiB after {@code malloc_trim} at the very end, once all iterations were read; NaN where nothing
   * was trimmed or it is unknown.
   */
  public static double afterTrim(Fork cell) {
    List<Iteration> iterations = cell.iterations();
    if (iterations.isEmpty()) {
      return Double.NaN;
    }
    Iteration last = iterations.get(iterations.size() - 1);
    return Cell.metric(last, RSS) - Cell.metric(last, TRIMMED);
  }

  private static double baseline(Fork cell) {
    Reading baseline = cell.baseline();
    if (baseline != null) {
      return baseline.rssKiB();
    }
    return cell.iterations().isEmpty()
        ? Double.NaN
        : Cell.metric(cell.iterations().get(0), BASELINE);
  }

  private static SortedMap<Integer, Double> lastCycles(Fork cell) {
    SortedMap<Integer, Double> last = new TreeMap<>();
    for (Cycle cycle : cell.cycles()) {
      if (!cycle.warmup()) {
        last.put(cycle.iteration(), cycle.after().rssKiB());
      }
    }
    return last;
  }
}
