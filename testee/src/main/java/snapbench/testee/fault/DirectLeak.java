package snapbench.testee.fault;

import java.nio.ByteBuffer;
import java.sql.Connection;
import snapbench.testee.api.CycleReport;

/**
 * Keeps direct byte buffers. They are resident, since the JVM fills them with zeros. It allows as
 * many bytes of them as of heap, unless {@code -XX:MaxDirectMemorySize} says otherwise.
 */
final class DirectLeak implements Fault {
  private static final int GREATEST_BUFFER_BYTES = 1 << 30;

  private final long bytesPerCycle;
  private final Kept<ByteBuffer> kept = new Kept<>();

  DirectLeak(long bytesPerCycle) {
    this.bytesPerCycle = bytesPerCycle;
  }

  @Override
  public void plant(CycleReport done, Connection live) {
    for (long left = bytesPerCycle; left > 0; left -= GREATEST_BUFFER_BYTES) {
      kept.add(ByteBuffer.allocateDirect((int) Math.min(left, GREATEST_BUFFER_BYTES)));
    }
  }
}
