package snapbench.host.kernel;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file system of a folder.
 *
 * @param freeKiB what this user may still write; NaN where unknown
 * @param type for instance {@code ext4}; "unknown" where unknown
 */
public record DiskSpace(double freeKiB, String type) {
  private static final double BYTES_PER_KIB = 1024;

  /** That of a folder, or of the nearest one above it that exists. */
  public static DiskSpace of(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      FileStore store = Files.getFileStore(existing);
      return new DiskSpace(store.getUsableSpace() / BYTES_PER_KIB, store.type());
    } catch (IOException unreadable) {
      return new DiskSpace(Double.NaN, KernelFile.UNKNOWN);
    }
  }
}
