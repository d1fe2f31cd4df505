package snapbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import snapbench.results.folder.ForkContext;
import snapbench.results.folder.RunFolder;

/** Benchmarks without a testee, for tests of what is around them. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 2, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.Throughput)
public class TinyBenchmark {
  /** How much to compute. */
  @Param({"10", "20"})
  public int tokens;

  /** Ends the fork when the harness is gone, as the real workload does. */
  @Setup
  public void watchParent() {
    ForkContext context = ForkContext.ofSystemProperties();
    if (context != null && context.parentPid() != ProcessHandle.current().pid()) {
      Thread watch = new Thread(() -> awaitEnd(context), "parent watch");
      watch.setDaemon(true);
      watch.start();
    }
  }

  private static void awaitEnd(ForkContext context) {
    ProcessHandle.of(context.parentPid()).ifPresent(parent -> parent.onExit().join());
    end(context);
  }

  private static void end(ForkContext context) {
    try {
      RunFolder.abandon(context.runFolder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  /** Succeeds. */
  @Benchmark
  public void succeeding() {
    Blackhole.consumeCPU(tokens);
  }

  /** Fails with the greater number of tokens only. */
  @Benchmark
  public void failing() {
    if (tokens > 10) {
      throw new IllegalStateException("tokens=" + tokens + " is too many");
    }
    Blackhole.consumeCPU(tokens);
  }

  /** Never ends with the greater number of tokens; says its process id first. */
  @Benchmark
  public void waiting() throws InterruptedException {
    if (tokens > 10) {
      System.out.println("WAITING " + ProcessHandle.current().pid());
      new CountDownLatch(1).await();
    }
    Blackhole.consumeCPU(tokens);
  }
}
