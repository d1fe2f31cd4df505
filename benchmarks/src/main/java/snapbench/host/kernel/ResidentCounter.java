package snapbench.host.kernel;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the resident set that the kernel reports (VmRSS, statm) may lag behind the pages that are
 * mapped. Until Linux 6.1 each thread counts up to 64 pages for itself before it tells; from 6.2 on
 * each processor does (a percpu_counter), for each of three counters; since 6.16 all is added up
 * when somebody asks. Documentation/filesystems/proc warns of it.
 */
public final class ResidentCounter {
  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final int COUNTED_PER_PROCESSOR = 6 << 16 | 2;
  private static final int EXACT = 6 << 16 | 16;
  private static final int PAGES_PER_THREAD = 64;
  private static final int COUNTERS = 3;
  private static final int LEAST_BATCH = 32;

  private ResidentCounter() {}

  /**
   * The most by which the counter of a process of this machine may be off, in KiB.
   *
   * @param threads of the process
   */
  public static double lagKiB(double threads) {
    return lagKiB(Path.of("/"), threads);
  }

  /**
   * The same of any machine. How much a processor keeps for itself depends on how many are online,
   * whatever part of them a container may use.
   *
   * @param root the folder that {@code proc} and {@code sys} lie in
   */
  public static double lagKiB(Path root, double threads) {
    String release = KernelFile.textOrUnknown(root.resolve("proc/sys/kernel/osrelease"));
    String list = KernelFile.textOrUnknown(root.resolve("sys/devices/system/cpu/online"));
    int online = CoreList.count(list, Runtime.getRuntime().availableProcessors());
    int allowed = Math.min(online, CoreList.count(ContainerLimits.allowedCores(root), online));
    double pageKiB = PageSize.kiB(root);
    return lagPages(release, online, allowed, threads)
        * (Double.isNaN(pageKiB) ? PageSize.USUAL_KIB : pageKiB);
  }

  private static double lagPages(String release, int online, int allowed, double threads) {
    Matcher numbers = RELEASE.matcher(release);
    if (!numbers.matches()) {
      return 0;
    }
    int version = Integer.parseInt(numbers.group(1)) << 16 | Integer.parseInt(numbers.group(2));
    if (version >= EXACT) {
      return 0;
    }
    return version >= COUNTED_PER_PROCESSOR
        ? COUNTERS * (double) Math.max(LEAST_BATCH, 2 * online) * allowed
        : PAGES_PER_THREAD * threads;
  }
}
