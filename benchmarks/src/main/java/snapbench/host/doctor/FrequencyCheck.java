package snapbench.host.doctor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.host.kernel.KernelFile;

/** How fast the cores run, and who decides that. Documentation/admin-guide/pm/cpufreq. */
final class FrequencyCheck {
  private static final String CPUS = "sys/devices/system/cpu";
  private static final String CPU = "cpu[0-9]*";
  private static final String INTEL = CPUS + "/intel_pstate/no_turbo";
  private static final String BOOST = CPUS + "/cpufreq/boost";
  private static final String STEADY = "performance";

  private FrequencyCheck() {}

  static Finding governor(Machine machine) {
    Map<String, Integer> cores = new TreeMap<>();
    for (Path cpu : machine.entries(CPUS, CPU)) {
      KernelFile.text(cpu.resolve("cpufreq/scaling_governor"))
          .ifPresent(governor -> cores.merge(governor, 1, Integer::sum));
    }
    if (cores.isEmpty()) {
      return Finding.unknown(FindingKind.FREQUENCY_GOVERNOR);
    }
    String read =
        cores.entrySet().stream()
            .map(entry -> entry.getKey() + " on " + entry.getValue())
            .collect(Collectors.joining(", ", "", " cores"));
    boolean steady = cores.keySet().stream().allMatch(STEADY::equals);
    return Finding.of(
        FindingKind.FREQUENCY_GOVERNOR,
        steady ? Severity.FINE : Severity.DISTORTS,
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
    return machine.entries(CPUS, CPU).stream()
        .flatMap(cpu -> KernelFile.text(cpu.resolve("cpufreq/boost")).stream())
        .map("1"::equals)
        .reduce(Boolean::logicalOr)
        .map(on -> turbo(on, "echo 0 | sudo tee /" + CPUS + "/cpu*/cpufreq/boost"))
        .orElse(Finding.unknown(FindingKind.TURBO));
  }

  private static Finding turbo(boolean on, String turnOff) {
    return on
        ? Finding.of(FindingKind.TURBO, Severity.WORTH_KNOWING, "on", turnOff)
        : Finding.fine(FindingKind.TURBO, "off");
  }
}
