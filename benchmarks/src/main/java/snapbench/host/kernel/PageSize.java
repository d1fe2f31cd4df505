package snapbench.host.kernel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The size of the kernel's pages. */
public final class PageSize {
  /** Of most machines. */
  public static final double USUAL_KIB = 4;

  private static final long TYPE = 6;

  private PageSize() {}

  /**
   * From the auxiliary vector: pairs of words, a type and its value (getauxval(3), AT_PAGESZ).
   *
   * @param root the folder that {@code proc} lies in
   * @return KiB; NaN where unknown
   */
  public static double kiB(Path root) {
    try {
      ByteBuffer words = ByteBuffer.wrap(Files.readAllBytes(root.resolve("proc/self/auxv")));
      words.order(ByteOrder.nativeOrder());
      while (words.remaining() >= 2 * Long.BYTES) {
        long type = words.getLong();
        long value = words.getLong();
        if (type == TYPE) {
          return value / 1024.0;
        }
      }
    } catch (IOException unreadable) {
      return Double.NaN;
    }
    return Double.NaN;
  }
}
