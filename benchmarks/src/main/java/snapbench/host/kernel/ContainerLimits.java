package snapbench.host.kernel;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the control groups of this process allow it. A number is infinite where there is no limit,
 * and NaN where that is unknown, as it is elsewhere than on Linux.
 *
 * @param memoryKiB memory, the lowest limit of the process's group and those above it
 * @param cores processor time, in cores
 * @param processes processes and threads
 * @param allowedCores numbers of the logical cores it may run on, for instance {@code 0-3,8};
 *     "unknown" where that is unknown
 */
public record ContainerLimits(
    double memoryKiB, double cores, double processes, String allowedCores) {
  private static final double BYTES_PER_KIB = 1024;
  private static final Pattern ALLOWED_CORES =
      Pattern.compile("(?m)^Cpus_allowed_list:[ \\t]*(\\S+)");

  /** Reads those of this process, from the folder that {@code proc} and {@code sys} lie in. */
  public static ContainerLimits read(Path root) {
    ControlGroups groups = ControlGroups.read(root);
    return new ContainerLimits(
        groups.lowest("memory", ContainerLimits::memoryKiB),
        groups.lowest("cpu", ContainerLimits::cores),
        groups.lowest("pids", group -> ControlGroups.limit(group, "pids.max")),
        allowedCores(root));
  }

  /** The numbers of the logical cores it may run on; "unknown" where that is unknown. */
  static String allowedCores(Path root) {
    return KernelFile.find(root.resolve("proc/self/status"), ALLOWED_CORES)
        .orElse(KernelFile.UNKNOWN);
  }

  /**
   * How many logical cores it may run on, whatever its share of their time: as many count for
   * glibc, which has at most 8 arenas for each (mallopt(3), M_ARENA_MAX).
   *
   * @param otherwise where that is unknown
   */
  public int countOfAllowedCores(int otherwise) {
    return CoreList.count(allowedCores, otherwise);
  }

  private static double memoryKiB(Path group) {
    return ControlGroups.limit(group, "memory.max", "memory.limit_in_bytes") / BYTES_PER_KIB;
  }

  private static double cores(Path group) {
    return Math.min(coresOfVersion2(group), coresOfVersion1(group));
  }

  /** Interprets a {@code cpu.max}, such as {@code 150000 100000} or {@code max 100000}. */
  private static double coresOfVersion2(Path group) {
    String text = KernelFile.text(group.resolve("cpu.max")).orElse("max 100000");
    String[] quotaAndPeriod = text.split("\\s+", 2);
    return quotaAndPeriod.length < 2
        ? Double.NaN
        : ControlGroups.limit(quotaAndPeriod[0]) / ControlGroups.limit(quotaAndPeriod[1]);
  }

  private static double coresOfVersion1(Path group) {
    double quota = ControlGroups.limit(group, "cpu.cfs_quota_us");
    return Double.isInfinite(quota)
        ? quota
        : quota / ControlGroups.limit(group, "cpu.cfs_period_us");
  }
}
