package snapbench.host.kernel;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The processor. A text that could not be read is "unknown", a number NaN.
 *
 * @param model its name, for instance {@code AMD EPYC}
 * @param logicalCores processors that the kernel schedules on
 * @param physicalCores cores, of which each may be several logical ones
 * @param availableCores logical cores that this JVM may use
 * @param governor how the kernel chooses the frequency, for instance {@code performance}; unknown
 *     in most virtual machines
 * @param hypervisor {@code yes} in a virtual machine, {@code no}, or {@code unknown}
 * @param clockSource what the kernel tells the time by, for instance {@code tsc}
 */
public record Processor(
    String model,
    double logicalCores,
    double physicalCores,
    double availableCores,
    String governor,
    String hypervisor,
    String clockSource) {
  private static final Pattern MODEL = Pattern.compile("(?m)^model name[ \\t]*:(.*)$");
  private static final Pattern FLAGS = Pattern.compile("(?m)^flags[ \\t]*:(.*)$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^physical id[ \\t]*:(.*)$");
  private static final Pattern CORE = Pattern.compile("(?m)^core id[ \\t]*:(.*)$");
  private static final Pattern LOGICAL_CORE = Pattern.compile("(?m)^processor[ \\t]*:");

  /** Reads this machine's, from the folder that {@code proc} and {@code sys} lie in. */
  public static Processor read(Path root) {
    String cpuinfo = KernelFile.text(root.resolve("proc/cpuinfo")).orElse("");
    Path devices = root.resolve("sys/devices/system");
    return new Processor(
        KernelFile.find(MODEL, cpuinfo).orElse(KernelFile.UNKNOWN),
        nonZero(LOGICAL_CORE.matcher(cpuinfo).results().count()),
        physicalCores(cpuinfo),
        Runtime.getRuntime().availableProcessors(),
        KernelFile.textOrUnknown(devices.resolve("cpu/cpu0/cpufreq/scaling_governor")),
        hypervisor(cpuinfo),
        KernelFile.textOrUnknown(devices.resolve("clocksource/clocksource0/current_clocksource")));
  }

  private static double physicalCores(String cpuinfo) {
    Set<String> cores = new HashSet<>();
    for (String logicalCore : cpuinfo.split("\\n[ \\t]*\\n", -1)) {
      Optional<String> core = KernelFile.find(CORE, logicalCore);
      String socket = KernelFile.find(PACKAGE, logicalCore).orElse("");
      core.ifPresent(id -> cores.add(socket + "/" + id));
    }
    return nonZero(cores.size());
  }

  private static String hypervisor(String cpuinfo) {
    return KernelFile.find(FLAGS, cpuinfo)
        .map(flags -> (" " + flags + " ").contains(" hypervisor ") ? "yes" : "no")
        .orElse(KernelFile.UNKNOWN);
  }

  private static double nonZero(long count) {
    return count == 0 ? Double.NaN : count;
  }
}
