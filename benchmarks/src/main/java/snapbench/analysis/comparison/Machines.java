package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import snapbench.results.folder.Run;

/**
 * Which runs were measured on the same machine, as far as their environments tell: those that are
 * equal in system, processor, memory, limits and JVM. A run whose environment is unknown is alone:
 * what was measured on different machines must not be compared.
 */
public final class Machines {
  private static final List<String> TELLING =
      List.of(
          "operatingSystem.name",
          "operatingSystem.version",
          "operatingSystem.architecture",
          "operatingSystem.kernel",
          "operatingSystem.libc",
          "processor.model",
          "processor.logicalCores",
          "processor.physicalCores",
          "processor.availableCores",
          "processor.governor",
          "processor.hypervisor",
          "memory.totalKiB",
          "memory.swapTotalKiB",
          "memory.transparentHugePages",
          "limits.memoryKiB",
          "limits.cores",
          "limits.processes",
          "limits.allowedCores",
          "javaVirtualMachine.version",
          "javaVirtualMachine.vendor",
          "javaVirtualMachine.name");

  private Machines() {}

  /** The runs by machine, in their order. */
  public static List<List<Run>> of(List<Run> runs) {
    List<List<Run>> groups = new ArrayList<>();
    for (Run run : runs) {
      groups.stream()
          .filter(group -> isSame(group.get(0), run))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(run), () -> groups.add(new ArrayList<>(List.of(run))));
    }
    return groups;
  }

  private static boolean isSame(Run one, Run other) {
    return !one.environment().isEmpty()
        && !other.environment().isEmpty()
        && telling(one).equals(telling(other));
  }

  private static Map<String, String> telling(Run run) {
    Map<String, String> telling = EnvironmentDifferences.flat(run.environment());
    telling.keySet().retainAll(TELLING);
    return telling;
  }

  /**
   * By what two runs of different machines differ, such as {@code processor.model}; empty where an
   * environment is unknown.
   */
  public static List<String> differences(Run one, Run other) {
    if (one.environment().isEmpty() || other.environment().isEmpty()) {
      return List.of();
    }
    return EnvironmentDifferences.differing(telling(one), telling(other), "");
  }
}
