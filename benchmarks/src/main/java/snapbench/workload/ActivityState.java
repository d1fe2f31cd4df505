package snapbench.workload;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a cycle does with its database; {@code snapshotOnly} does not have the parameter. */
@State(Scope.Benchmark)
public class ActivityState {
  /** {@code dump} or {@code queries}. */
  @Param("dump")
  public String activity = "dump";
}
