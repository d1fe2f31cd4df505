package snapbench.profile;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import snapbench.model.Metric;

/**
 * Hands the metrics of an iteration from the benchmark to the profiler, which JMH gives no other
 * way to meet.
 *
 * <p>The profiler must not read the testee itself: JMH calls its {@code beforeIteration} before the
 * first {@code @Setup(Level.Trial)} and its {@code afterIteration} after the last
 * {@code @TearDown(Level.Trial)}, when the testee is not yet there, or gone. So the benchmark reads
 * it in {@code @TearDown(Level.Iteration)} and publishes here; the profiler takes from here.
 */
public final class IterationMetrics {
  private static final AtomicReference<Map<Metric, Double>> PUBLISHED =
      new AtomicReference<>(Map.of());

  private IterationMetrics() {}

  /**
   * Publishes the metrics of the iteration that ends; replaces what nobody took.
   *
   * @param values a value for each metric, NaN where it is unknown or does not apply
   */
  public static void publish(Map<Metric, Double> values) {
    PUBLISHED.set(Map.copyOf(values));
  }

  /** Takes what was published since the last call; empty if nothing was. */
  static Map<Metric, Double> take() {
    return PUBLISHED.getAndSet(Map.of());
  }
}
