package snapbench.workload;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import snapbench.testee.api.CycleReport;
import snapbench.testee.api.Protocol;

/**
 * Cycles without a snapshot: the live database itself is dumped, which holds up its writers.
 *
 * <pre>java -jar benchmarks.jar DumpBenchmark</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 20, time = 5)
@Fork(1)
public class DumpBenchmark {
  /** Dumps (or queries) the live database. */
  @Benchmark
  public CycleReport dumpLive(TesteeState testee, ActivityState activity, CycleState cycle)
      throws IOException, InterruptedException {
    return cycle.run(testee, Protocol.NO_SNAPSHOT, activity.activity);
  }
}
