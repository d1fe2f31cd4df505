package snapbench.workload;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import snapbench.model.Parameter;
import snapbench.results.folder.ForkContext;

/**
 * The testee of a fork: started before its first iteration, read after every cycle and iteration,
 * stopped after its last.
 */
@State(Scope.Benchmark)
public class TesteeState {
  /**
   * {@code bundled}, a version of org.xerial:sqlite-jdbc, {@code group:artifact:version}, or the
   * path of a driver's jar.
   */
  @Param("bundled")
  public String driver = "bundled";

  /** {@code seed} for generated data, or the path of a SQLite file, which is loaded into memory. */
  @Param("seed")
  public String db = "seed";

  /** Size of the generated data; 1.0 is the original report's. */
  @Param("0.25")
  public String scale = "0.25";

  /** {@code seed} for seven related tables, {@code flat} for one of as many bytes. */
  @Param("seed")
  public String schema = "seed";

  /** The testee's worker threads; cycle i runs on worker i mod threads. 0: the program chooses. */
  @Param("16")
  public int threads = 16;

  /** The C library's allocator and its settings. */
  @Param("system")
  public String malloc = "system";

  /** A leak to plant, for calibration, as {@link snapbench.testee.api.Leak} is written. */
  @Param("none")
  public String leak = "none";

  /** The testee's JVM: {@code this}, or a JDK's folder. */
  @Param("this")
  public String jdk = "this";

  /** The testee's JVM arguments instead of the default ones. */
  @Param("default")
  public String jvmArgs = "default";

  /**
   * What kind of program the testee is: {@code jvm}, the controls {@code c} and {@code go}, or
   * {@code command:} and a program that keeps the testee contract.
   */
  @Param("jvm")
  public String testee = "jvm";

  /** GOMAXPROCS of the testee {@code go}: processors that its goroutines use at a time. */
  @Param("default")
  public String gomaxprocs = "default";

  private @Nullable TesteeSession session;

  /** Starts the testee and takes the reading before the first cycle. */
  @Setup(Level.Trial)
  public void start(BenchmarkParams benchmarkParams) throws IOException, InterruptedException {
    session = TesteeSession.start(this, benchmarkParams, ForkContext.ofSystemProperties());
  }

  /** Begins an iteration. */
  @Setup(Level.Iteration)
  public void beginIteration(IterationParams iteration) {
    session().beginIteration(iteration.getType() == IterationType.WARMUP, iteration.getCount());
  }

  /**
   * Reads the testee at the end of an iteration, after one collection. It must be done here: JMH
   * asks the profiler only after the last {@code @TearDown(Trial)}, when the testee has ended. The
   * reading goes to the profiler by {@link snapbench.profile.IterationMetrics}.
   */
  @TearDown(Level.Iteration)
  public void endIteration() throws IOException, InterruptedException {
    session().endIteration();
  }

  /** Writes the fork's file and stops the testee. Not called by JMH after a failure. */
  @TearDown(Level.Trial)
  public void stop() throws IOException, InterruptedException {
    session().finish();
  }

  /** What its live database is made of. */
  DatabaseSource source() {
    return new DatabaseSource(Parameter.decoded(db), schema, scale);
  }

  TesteeSession session() {
    if (session == null) {
      throw new IllegalStateException("the testee was not started");
    }
    return session;
  }
}
