package snapbench.testee.cycle;

import org.jspecify.annotations.Nullable;
import snapbench.testee.api.Activity;
import snapbench.testee.api.Protocol;
import snapbench.testee.api.SnapshotKind;

/**
 * What one cycle is asked to do.
 *
 * @param snapshot the kind of snapshot, or null to work on the live database itself
 * @param activity what to do with it
 */
public record Cycle(@Nullable SnapshotKind snapshot, Activity activity) {
  /** Refuses the cycle that does nothing. */
  public Cycle {
    if (snapshot == null && activity == Activity.NONE) {
      throw new IllegalArgumentException(
          "snapshot=none with activity=none does nothing; choose activity=dump or queries");
    }
  }

  /** The snapshot's label, or {@value Protocol#NO_SNAPSHOT}. */
  public String snapshotLabel() {
    return snapshot == null ? Protocol.NO_SNAPSHOT : snapshot.label();
  }
}
