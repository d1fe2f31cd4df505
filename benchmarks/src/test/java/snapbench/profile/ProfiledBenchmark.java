package snapbench.profile;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import snapbench.model.Metric;
import snapbench.model.Reading;

/** A benchmark with a testee, for {@link ProcessProfilerTest}: not one of the project's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx64m")
@SuppressWarnings("NullAway.Init") // JMH calls start() before all else
public class ProfiledBenchmark {
  /** How well this benchmark keeps to its part. */
  @Param({"all", "some", "fail"})
  public String publishes = "";

  private ObedientProcess process;
  private ProcessProbe probe;
  private PeakTracker tracker;

  @Setup(Level.Trial)
  public void start() throws IOException {
    process = ObedientProcess.start();
    probe = new OshiProbe(process.pid());
    tracker = new PeakTracker(process.pid(), probe, ProcessProfiler.options().periodMillis());
  }

  @Setup(Level.Iteration)
  public void follow() {
    tracker.start();
  }

  @Benchmark
  public void cycle() throws IOException {
    if (publishes.equals("fail")) {
      throw new IllegalStateException("the benchmark's own failure");
    }
    process.touchMiB(2);
    process.release();
  }

  @TearDown(Level.Iteration)
  public void publish() {
    Reading reading = probe.read();
    Peak peak = tracker.stop();
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.PROCESS_RSS, reading.rssKiB());
    values.put(Metric.PROCESS_RSS_PEAK, peak.rssKiB());
    if (publishes.equals("all")) {
      for (Metric metric : Metric.values()) {
        values.putIfAbsent(metric, 1.0);
      }
      values.put(Metric.PROCESS_FDS, reading.fds());
      values.put(Metric.PROCESS_CYCLES, (double) ProcessProfiler.options().periodMillis());
    }
    IterationMetrics.publish(values);
  }

  @TearDown(Level.Trial)
  public void stop() throws Exception {
    tracker.close();
    process.close();
  }
}
