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
import snapbench.testee.api.Activity;
import snapbench.testee.api.CycleReport;

/**
 * Cycles with a snapshot: one operation is one cycle, request to answer.
 *
 * <pre>java -jar benchmarks.jar SnapshotBenchmark -p snapshot=memory,file</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 20, time = 5)
@Fork(1)
public class SnapshotBenchmark {
  /** Takes a snapshot, dumps it into a file (or queries it), disposes of it. */
  @Benchmark
  public CycleReport snapshotAndDump(
      TesteeState testee, SnapshotState snapshot, ActivityState activity, CycleState cycle)
      throws IOException, InterruptedException {
    return cycle.run(testee, snapshot.snapshot, activity.activity);
  }

  /** Takes a snapshot, checks it, disposes of it. */
  @Benchmark
  public CycleReport snapshotOnly(TesteeState testee, SnapshotState snapshot, CycleState cycle)
      throws IOException, InterruptedException {
    return cycle.run(testee, snapshot.snapshot, Activity.NONE.label());
  }
}
