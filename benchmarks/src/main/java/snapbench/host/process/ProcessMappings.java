package snapbench.host.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import snapbench.host.kernel.KernelFile;

/**
 * What Linux tells of a process's mappings. Both files take the process's lock on its mappings
 * while they are read, some milliseconds: nothing for the middle of a measurement.
 */
public final class ProcessMappings {
  private static final int ENTRY_BYTES = 8;
  private static final int ENTRIES_AT_ONCE = 8192;
  private static final double BYTES_PER_KIB = 1024;

  private ProcessMappings() {}

  /** The text of {@code /proc/PID/smaps}; empty where it cannot be read, as on other systems. */
  public static Optional<String> smaps(long pid) {
    return KernelFile.text(KernelFile.ofProcess(pid).resolve("smaps"));
  }

  /**
   * The pages of a range of addresses that are present in memory, by {@code /proc/PID/pagemap}: 8
   * bytes for each page, of which the highest bit says so (Documentation/admin-guide/mm/pagemap).
   *
   * @param start a page's first byte
   * @param end a page's first byte
   * @return KiB; NaN where it cannot be read
   */
  public static double presentKiB(long pid, long start, long end, long pageBytes) {
    Path file = KernelFile.ofProcess(pid).resolve("pagemap");
    try (FileChannel channel = FileChannel.open(file)) {
      long present = present(channel, start / pageBytes, end / pageBytes);
      return present < 0 ? Double.NaN : present * (pageBytes / BYTES_PER_KIB);
    } catch (IOException unreadable) {
      return Double.NaN;
    }
  }

  private static long present(FileChannel channel, long firstPage, long endPage)
      throws IOException {
    ByteBuffer entries =
        ByteBuffer.allocate(ENTRIES_AT_ONCE * ENTRY_BYTES).order(ByteOrder.nativeOrder());
    long present = 0;
    for (long page = firstPage; page < endPage; ) {
      entries.clear().limit((int) Math.min(ENTRIES_AT_ONCE, endPage - page) * ENTRY_BYTES);
      int bytes = channel.read(entries, page * ENTRY_BYTES);
      if (bytes < ENTRY_BYTES) {
        return -1;
      }
      entries.flip();
      for (int i = 0; i < bytes / ENTRY_BYTES; i++) {
        present += entries.getLong(i * ENTRY_BYTES) < 0 ? 1 : 0;
      }
      page += bytes / ENTRY_BYTES;
    }
    return present;
  }
}
