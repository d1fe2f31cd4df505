package org.example.other;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A benchmark of another project, with several threads and counters of both kinds. {@code
 * report/queue.json} is what it left: {@code -rf json}.
 */
@State(Scope.Benchmark)
@Fork(2)
@Threads(3)
@Warmup(iterations = 1, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class QueueBenchmark {
  private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();

  /** What became of the takes, per time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Takes {
    /** Something was there. */
    public long found;

    /** Nothing was there. */
    public long missed;
  }

  /** What happened, as a count. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Failures {
    /** Offers that were refused. */
    public long refused;
  }

  /** Puts one and takes one. */
  @Benchmark
  public int offerAndPoll(Takes takes, Failures failures) {
    if (!queue.offer(1)) {
      failures.refused++;
    }
    Integer taken = queue.poll();
    if (taken == null) {
      takes.missed++;
      return 0;
    }
    takes.found++;
    return taken;
  }
}
