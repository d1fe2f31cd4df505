package snapbench.model;

import java.util.Map;

/**
 * One iteration's metrics, as JMH's result has them too for those that were measured.
 *
 * @param warmup whether it was a warm-up iteration
 * @param iteration its number, from 1 in warm-up and measurement each; 0 for what was read before
 *     the first cycle, which there is where the ledger is on
 * @param metrics value by label, for instance {@code process.rss}; NaN where unknown
 */
public record Iteration(boolean warmup, int iteration, Map<String, Double> metrics) {
  public Iteration {
    metrics = MetricValues.of(metrics);
  }

  /** A metric's value; NaN also where it was not reported. */
  public double value(Metric metric) {
    return metrics.getOrDefault(metric.label(), Double.NaN);
  }

  /** Whether a metric was reported, known or not. */
  public boolean reports(Metric metric) {
    return metrics.containsKey(metric.label());
  }
}
