package snapbench.host.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.regex.Pattern;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.SizeText;

/** What the system permits. */
final class PermissionCheck {
  private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files +(\\S+)");
  private static final double ENOUGH = 1024;

  /** A testee has 15, more with many threads. */
  private static final double FEWEST = 64;

  private PermissionCheck() {}

  /** The soft limit, which HotSpot raises to the hard one for itself when it starts. */
  static Finding openFiles(Machine machine) {
    double limit =
        KernelFile.find(machine.root().resolve("proc/self/limits"), OPEN_FILES)
            .map(PermissionCheck::limit)
            .orElseGet(PermissionCheck::toTheJvm);
    Severity severity =
        limit >= ENOUGH
            ? Severity.FINE
            : limit >= FEWEST ? Severity.WORTH_KNOWING : Severity.PREVENTS;
    return Finding.of(
        FindingKind.OPEN_FILES,
        Severity.ofKnown(limit, severity),
        Double.isInfinite(limit) ? "unlimited" : SizeText.number(limit, 0),
        "ulimit -n 4096");
  }

  private static double limit(String text) {
    return text.equals("unlimited") ? Double.POSITIVE_INFINITY : KernelFile.number(text);
  }

  private static double toTheJvm() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Double.NaN;
  }

  /** Documentation/admin-guide/sysctl/kernel: from 2 on users may not count kernel events. */
  static Finding performanceCounters(Machine machine) {
    double paranoid = machine.number("proc/sys/kernel/perf_event_paranoid");
    return Finding.of(
        FindingKind.PERFORMANCE_COUNTERS,
        Severity.ofKnown(paranoid, Severity.FINE),
        "kernel.perf_event_paranoid " + SizeText.number(paranoid, 0),
        "");
  }
}
