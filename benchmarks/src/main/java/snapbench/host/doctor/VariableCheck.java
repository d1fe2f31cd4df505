package snapbench.host.doctor;

import java.util.SortedMap;
import java.util.stream.Collectors;

/** Environment variables that the testee inherits and that change what is measured. */
final class VariableCheck {
  private VariableCheck() {}

  static Finding ofTheJvm(Machine machine) {
    return check(FindingKind.JVM_OPTIONS, machine, true);
  }

  static Finding ofAllocators(Machine machine) {
    return check(FindingKind.ALLOCATOR_VARIABLES, machine, false);
  }

  private static Finding check(FindingKind kind, Machine machine, boolean ofTheJvm) {
    SortedMap<String, String> set = Environment.relevant(machine.variables());
    set.keySet().removeIf(name -> name.endsWith("_OPTIONS") != ofTheJvm);
    String all = set.entrySet().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return set.isEmpty()
        ? Finding.fine(kind, "none")
        : Finding.of(kind, Severity.DISTORTS, all, "unset " + String.join(" ", set.keySet()));
  }
}
