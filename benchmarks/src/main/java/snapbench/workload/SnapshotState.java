package snapbench.workload;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The kind of snapshot: a state of its own, so that {@code dumpLive} does not have the parameter.
 */
@State(Scope.Benchmark)
public class SnapshotState {
  /** Label of a {@link snapbench.testee.api.SnapshotKind}. */
  @Param("memory")
  public String snapshot = "memory";
}
