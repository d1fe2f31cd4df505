package snapbench.host.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import snapbench.host.kernel.ContainerLimits;
import snapbench.host.kernel.ControlGroups;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.Memory;
import snapbench.host.kernel.SizeText;

/** Whether there is as much memory as a run needs. */
final class MemoryCheck {
  private static final double BYTES_PER_KIB = 1024;

  /** The first version counts those of the groups below, as its usage does, apart. */
  private static final List<Pattern> INACTIVE_FILE =
      List.of(
          Pattern.compile("(?m)^total_inactive_file (\\d+)$"),
          Pattern.compile("(?m)^inactive_file (\\d+)$"));

  private static final String ADVICE =
      "lower -p scale= or -p threads=, or measure -p snapshot=file, which keeps no"
          + " snapshot in memory";

  private MemoryCheck() {}

  static Finding free(Machine machine) {
    double free =
        machine
            .text("proc/meminfo")
            .map(text -> KernelFile.kiB(text, "MemAvailable"))
            .orElseGet(() -> Memory.kiBToTheJvm(OperatingSystemMXBean::getFreeMemorySize));
    return compared(FindingKind.FREE_MEMORY, free, "available", machine);
  }

  /** What the control groups still allow: page cache that nobody uses gives way. */
  static Finding limit(Machine machine) {
    double limit = ContainerLimits.read(machine.root()).memoryKiB();
    if (Double.isInfinite(limit)) {
      return Finding.fine(FindingKind.MEMORY_LIMIT, "none");
    }
    double left = ControlGroups.read(machine.root()).lowest("memory", MemoryCheck::leftKiB);
    Finding finding =
        compared(FindingKind.MEMORY_LIMIT, left, "left of " + SizeText.size(limit), machine);
    return finding.severity() == Severity.FINE
        ? Finding.of(finding.kind(), Severity.WORTH_KNOWING, finding.read(), "raise the limit")
        : finding;
  }

  private static double leftKiB(Path group) {
    double limit = ControlGroups.limit(group, "memory.max", "memory.limit_in_bytes");
    double used = ControlGroups.limit(group, "memory.current", "memory.usage_in_bytes");
    double cache =
        INACTIVE_FILE.stream()
            .mapToDouble(pattern -> KernelFile.number(group.resolve("memory.stat"), pattern))
            .filter(bytes -> !Double.isNaN(bytes))
            .findFirst()
            .orElse(0);
    return Double.isInfinite(limit)
        ? limit
        : (limit - (Double.isInfinite(used) ? 0 : used - cache)) / BYTES_PER_KIB;
  }

  private static Finding compared(FindingKind kind, double kiB, String what, Machine machine) {
    double needed = machine.size().memoryKiB(machine.arenaCores());
    return Finding.ofSpace(kind, kiB, what, needed, ADVICE);
  }
}
