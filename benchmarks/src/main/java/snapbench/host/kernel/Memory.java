package snapbench.host.kernel;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * The machine's memory, whatever a container allows of it.
 *
 * @param totalKiB main memory; NaN where unknown
 * @param swapTotalKiB swap; NaN where unknown, 0 where there is none
 * @param transparentHugePages {@code always}, {@code madvise} or {@code never}; unknown elsewhere
 *     than on Linux. With {@code always}, resident memory comes in steps of a huge page.
 */
public record Memory(double totalKiB, double swapTotalKiB, String transparentHugePages) {
  private static final double BYTES_PER_KIB = 1024;
  private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)\\]");

  /** Reads this machine's. */
  public static Memory read() {
    return read(Path.of("/"));
  }

  /** Reads a machine's, from the folder that {@code proc} and {@code sys} lie in. */
  public static Memory read(Path root) {
    Optional<String> meminfo = KernelFile.text(root.resolve("proc/meminfo"));
    return new Memory(
        meminfo
            .map(text -> KernelFile.kiB(text, "MemTotal"))
            .orElseGet(() -> kiBToTheJvm(OperatingSystemMXBean::getTotalMemorySize)),
        meminfo.map(text -> KernelFile.kiB(text, "SwapTotal")).orElse(Double.NaN),
        KernelFile.find(root.resolve("sys/kernel/mm/transparent_hugepage/enabled"), CHOSEN)
            .orElse(KernelFile.UNKNOWN));
  }

  /** What this JVM says of the machine's memory, where the kernel does not; NaN where unknown. */
  public static double kiBToTheJvm(ToLongFunction<OperatingSystemMXBean> bytes) {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? bytes.applyAsLong(system) / BYTES_PER_KIB
        : Double.NaN;
  }
}
