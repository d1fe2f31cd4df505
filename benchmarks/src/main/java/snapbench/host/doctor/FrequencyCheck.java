package snapbench.host.doctor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.host.kernel.KernelFile;

/** How fast the cores run, and who decides that. Documentation/admin-guide/pm/cpufreq. */
final class FrequencyCheck {
  private static final String CPUS = "sys/devices/system/cpu";
  private static final String INTEL = CPUS + "/intel_pstate/no_turbo";
  private static final String BOOST = CPUS + "/cpufreq/boost";

  private FrequencyCheck() {}

  static Finding governor(Machine machine) {
    Map<String, Long> cores =
        ofEachCore(machine, "cpufreq/scaling_governor")
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    if (cores.isEmpty()) {
      return Finding.unknown(FindingKind.FREQUENCY_GOVERNOR);
    }
    String read =
        cores.entrySet().stream()
            .map(entry -> entry.getKey() + " on " + entry.getValue())
            .collect(Collectors.joining(", ", "", " cores"));
    return Finding.of(
        FindingKind.FREQUENCY_GOVERNOR,
        cores.keySet().equals(Set.of("performance")) ? Severity.FINE : Severity.DISTORTS,
        read,
        "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
  }

  static Finding turbo(Machine machine) {
    Optional<String> noTurbo = machine.text(INTEL);
    if (noTurbo.isPresent()) {
      return turbo(noTurbo.get().equals("0"), "echo 1 | sudo tee /" + INTEL);
    }
    Optional<String> boost = machine.text(BOOST);
    if (boost.isPresent()) {
      return turbo(boost.get().equals("1"), "echo 0 | sudo tee /" + BOOST);
    }
    // of drivers that let each core decide
    return ofEachCore(machine, "cpufreq/boost")
        .map("1"::equals)
        .reduce(Boolean::logicalOr)
        .map(on -> turbo(on, "echo 0 | sudo tee /" + CPUS + "/cpu*/cpufreq/boost"))
        .orElse(Finding.unknown(FindingKind.TURBO));
  }

  private static Stream<String> ofEachCore(Machine machine, String file) {
    return machine.entries(CPUS, "cpu[0-9]*").stream()
        .flatMap(cpu -> KernelFile.text(cpu.resolve(file)).stream());
  }

  private static Finding turbo(boolean on, String turnOff) {
    Severity severity = on ? Severity.WORTH_KNOWING : Severity.FINE;
    return Finding.of(FindingKind.TURBO, severity, on ? "on" : "off", turnOff);
  }
}
