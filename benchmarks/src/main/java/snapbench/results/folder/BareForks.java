package snapbench.results.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Look;
import snapbench.results.jmh.JmhResult;

/** Makes cells of JMH's results where nothing else is known: a cell for each fork. */
final class BareForks {
  private BareForks() {}

  static List<Fork> of(List<JmhResult> results) {
    List<Fork> cells = new ArrayList<>();
    for (JmhResult result : results) {
      int forks = Math.max(1, result.primaryMetric().rawData().size());
      for (int fork = 1; fork <= forks; fork++) {
        cells.add(cell(cells.size() + 1, result, fork));
      }
    }
    return cells;
  }

  private static Fork cell(int number, JmhResult result, int fork) {
    return new Fork(
        number,
        result.benchmark(),
        result.mode(),
        fork,
        result.params(),
        Fork.State.MEASURED,
        null,
        null,
        null,
        List.of(),
        iterations(result, fork),
        Look.ONLY);
  }

  private static List<Iteration> iterations(JmhResult result, int fork) {
    List<Iteration> iterations = new ArrayList<>();
    int count = row(result.primaryMetric(), fork).size();
    for (int i = 0; i < count; i++) {
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (Map.Entry<String, JmhResult.Metric> entry : result.secondaryMetrics().entrySet()) {
        List<Double> row = row(entry.getValue(), fork);
        // JMH leaves out what an iteration did not have: then it is unknown which one it was.
        metrics.put(entry.getKey(), row.size() == count ? row.get(i) : Double.NaN);
      }
      iterations.add(new Iteration(false, i + 1, metrics));
    }
    return iterations;
  }

  private static List<Double> row(JmhResult.Metric metric, int fork) {
    return fork <= metric.rawData().size() ? metric.rawData().get(fork - 1) : List.of();
  }
}
