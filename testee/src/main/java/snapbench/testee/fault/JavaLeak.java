package snapbench.testee.fault;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import snapbench.testee.api.CycleReport;

/** Keeps what Java code allocates, so that neither a collection nor a finalizer frees it. */
final class JavaLeak implements Fault {
  private final long bytesPerCycle;
  private final int greatestBytes;
  private final IntFunction<Object> allocator;
  private final List<Object> kept = Collections.synchronizedList(new ArrayList<>());

  private JavaLeak(long bytesPerCycle, int greatestBytes, IntFunction<Object> allocator) {
    this.bytesPerCycle = bytesPerCycle;
    this.greatestBytes = greatestBytes;
    this.allocator = allocator;
  }

  /**
   * Of objects. In a heap that is resident from the start, as the harness gives it to a testee,
   * they show in the heap's use but not in the resident set.
   */
  static JavaLeak ofHeap(long bytesPerCycle) {
    return new JavaLeak(bytesPerCycle, 1 << 16, byte[]::new);
  }

  /**
   * Of direct byte buffers. They are resident, since the JVM fills them with zeros. It allows as
   * many bytes of them as of heap, unless {@code -XX:MaxDirectMemorySize} says otherwise.
   */
  static JavaLeak ofDirectBuffers(long bytesPerCycle) {
    return new JavaLeak(bytesPerCycle, 1 << 30, ByteBuffer::allocateDirect);
  }

  @Override
  public void plant(CycleReport done, Connection live) {
    for (long left = bytesPerCycle; left > 0; left -= greatestBytes) {
      kept.add(allocator.apply((int) Math.min(left, greatestBytes)));
    }
  }
}
