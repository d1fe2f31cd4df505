package snapbench.workload;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import snapbench.testee.api.CycleReport;

/**
 * One JMH thread's current cycle. A state of the thread, since fixtures of {@link Level#Invocation}
 * on a state that threads share would make them wait for one another.
 */
@State(Scope.Thread)
public class CycleState {
  private @Nullable CycleReport report;
  private long nanos;

  /** Runs one cycle; the timed part. A failure ends the fork, and its reason is kept. */
  CycleReport run(TesteeState testee, String snapshot, String activity)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    CycleReport done = testee.session().cycle(snapshot, activity);
    nanos = System.nanoTime() - start;
    report = done;
    return done;
  }

  /**
   * Reads the testee and keeps the cycle. With a fixture of {@link Level#Invocation} JMH times each
   * invocation by itself, so what happens here is in no figure; at 0.1 ms beside cycles of 50 ms
   * and more, the caveats of that level's Javadoc do not bite.
   */
  @TearDown(Level.Invocation)
  public void record(TesteeState testee) throws IOException, InterruptedException {
    if (report != null) {
      testee.session().record(report, nanos);
      report = null;
    }
  }
}
