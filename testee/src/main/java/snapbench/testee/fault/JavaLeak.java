package snapbench.testee.fault;

import java.sql.Connection;
import java.util.List;
import java.util.function.IntFunction;
import snapbench.testee.api.CycleReport;

/**
 * Keeps what Java code allocates, so that neither a collection nor a finalizer frees it.
 *
 * @param greatestBytes the most to allocate at once
 */
record JavaLeak(
    long bytesPerCycle, int greatestBytes, IntFunction<Object> allocator, List<Object> kept)
    implements Fault {
  @Override
  public void plant(CycleReport done, Connection live) {
    for (long left = bytesPerCycle; left > 0; left -= greatestBytes) {
      kept.add(allocator.apply((int) Math.min(left, greatestBytes)));
    }
  }
}
