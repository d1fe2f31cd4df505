package snapbench.testee.fault;

import java.sql.Connection;
import snapbench.testee.api.CycleReport;

/**
 * Keeps Java objects. In a heap that is resident from the start, as the harness gives it to a
 * testee, they show in the heap's use but not in the resident set.
 */
final class HeapLeak implements Fault {
  private static final int ARRAY_BYTES = 1 << 16;

  private final long bytesPerCycle;
  private final Kept<byte[]> kept = new Kept<>();

  HeapLeak(long bytesPerCycle) {
    this.bytesPerCycle = bytesPerCycle;
  }

  @Override
  public void plant(CycleReport done, Connection live) {
    for (long left = bytesPerCycle; left > 0; left -= ARRAY_BYTES) {
      kept.add(new byte[(int) Math.min(left, ARRAY_BYTES)]);
    }
  }
}
