package snapbench.run.plan;

/**
 * How often and how long a fork measures.
 *
 * @param warmup iterations that are not counted
 * @param warmupNanos how long each is planned to take; 0 where the mode has no times
 * @param measured iterations that are counted
 * @param measuredNanos how long each is planned to take; 0 where the mode has no times
 */
public record Iterations(int warmup, long warmupNanos, int measured, long measuredNanos) {
  /** Checks that there are none below zero. */
  public Iterations {
    if (warmup < 0 || measured < 0) {
      throw new IllegalArgumentException(warmup + " and " + measured + " iterations");
    }
  }

  /** All of a fork. */
  public int all() {
    return warmup + measured;
  }

  /** How long a fork is planned to take; 0 where the mode has no times. */
  public long forkNanos() {
    return warmup * warmupNanos + measured * measuredNanos;
  }

  /** Twice as many that are counted, after the same warm-up. */
  public Iterations twice() {
    return new Iterations(warmup, warmupNanos, 2 * measured, measuredNanos);
  }
}
