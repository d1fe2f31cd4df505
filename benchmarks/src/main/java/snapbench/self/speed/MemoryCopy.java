package snapbench.self.speed;

import java.nio.ByteBuffer;

/** Copies memory outside the Java heap, which HotSpot does as {@code memcpy} does. */
final class MemoryCopy {
  private static final int BLOCK_BYTES = 256 << 20;
  private static final int PAGE_BYTES = 4096;

  private final ByteBuffer from = ByteBuffer.allocateDirect(BLOCK_BYTES);
  private final ByteBuffer to = ByteBuffer.allocateDirect(BLOCK_BYTES);

  MemoryCopy() {
    for (int i = 0; i < BLOCK_BYTES; i += PAGE_BYTES) {
      from.put(i, (byte) i);
      to.put(i, (byte) 1);
    }
  }

  /** Copies as many bytes, block by block, and returns the rate in MB/s (10^6 bytes). */
  double megabytesPerSecond(long bytes) {
    long start = System.nanoTime();
    for (long copied = 0; copied < bytes; copied += BLOCK_BYTES) {
      int length = (int) Math.min(BLOCK_BYTES, bytes - copied);
      to.put(0, from, 0, length);
    }
    return bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
  }
}
