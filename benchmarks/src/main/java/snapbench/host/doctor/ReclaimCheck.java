package snapbench.host.doctor;

import java.util.Set;
import java.util.stream.Collectors;
import snapbench.host.kernel.KernelFile;

/**
 * Whether DAMON takes memory away that is not used for a while
 * (Documentation/admin-guide/mm/damon): by its module for that, or by a scheme that an
 * administrator, or the host of a virtual machine, has set up.
 */
final class ReclaimCheck {
  private static final String MODULE = "sys/module/damon_reclaim/parameters/enabled";
  private static final String NUMBERED = "[0-9]*";
  private static final String MONITORS = "sys/kernel/mm/damon/admin/kdamonds";

  /** What a scheme may do to pages so that they are no longer resident, or are so sooner. */
  private static final Set<String> TAKES_AWAY = Set.of("pageout", "cold", "lru_deprio");

  private ReclaimCheck() {}

  static Finding check(Machine machine) {
    if (machine.text(MODULE).orElse("").equals("Y")) {
      return found(machine, "DAMON_RECLAIM is on", "echo N | sudo tee /" + MODULE);
    }
    String actions =
        machine.entries(MONITORS, NUMBERED).stream()
            .filter(monitor -> KernelFile.textOrUnknown(monitor.resolve("state")).equals("on"))
            .flatMap(monitor -> KernelFile.entries(monitor.resolve("contexts"), NUMBERED).stream())
            .flatMap(context -> KernelFile.entries(context.resolve("schemes"), NUMBERED).stream())
            .map(scheme -> KernelFile.textOrUnknown(scheme.resolve("action")))
            .filter(TAKES_AWAY::contains)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!actions.isEmpty()) {
      return found(
          machine, "DAMON is on with " + actions, "echo off | sudo tee /" + MONITORS + "/*/state");
    }
    return machine.text("proc/meminfo").isEmpty()
        ? Finding.unknown(FindingKind.PROACTIVE_RECLAIM)
        : Finding.fine(FindingKind.PROACTIVE_RECLAIM, "off");
  }

  private static Finding found(Machine machine, String read, String advice) {
    boolean swap = machine.text("proc/swaps").orElse("").lines().count() > 1;
    return Finding.of(
        FindingKind.PROACTIVE_RECLAIM,
        swap ? Severity.DISTORTS : Severity.WORTH_KNOWING,
        read + (swap ? "" : ", there is no swap"),
        advice);
  }
}
