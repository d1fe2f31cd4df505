package snapbench.host.doctor;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Environment variables that the testee inherits and that change what is measured. */
final class VariableCheck {
  private VariableCheck() {}

  static Finding ofTheJvm(Machine machine) {
    return check(FindingKind.JVM_OPTIONS, machine, VariableCheck::isOfTheJvm);
  }

  static Finding ofAllocators(Machine machine) {
    return check(FindingKind.ALLOCATOR_VARIABLES, machine, name -> !isOfTheJvm(name));
  }

  private static boolean isOfTheJvm(String name) {
    return name.endsWith("_OPTIONS");
  }

  private static Finding check(FindingKind kind, Machine machine, Predicate<String> which) {
    SortedMap<String, String> set = new TreeMap<>(Environment.relevant(machine.variables()));
    set.keySet().removeIf(which.negate());
    if (set.isEmpty()) {
      return Finding.fine(kind, "none");
    }
    return Finding.of(
        kind,
        Severity.DISTORTS,
        set.entrySet().stream().map(VariableCheck::written).collect(Collectors.joining(" ")),
        "unset " + String.join(" ", set.keySet()));
  }

  private static String written(Map.Entry<String, String> variable) {
    return variable.getKey() + "=" + variable.getValue();
  }
}
