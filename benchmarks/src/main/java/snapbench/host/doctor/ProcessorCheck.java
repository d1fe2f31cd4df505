package snapbench.host.doctor;

import java.util.Set;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.Processor;

/** Clock, cores and how memory is attached to them. */
final class ProcessorCheck {
  /** Those that a process reads without a system call, by the vDSO. */
  private static final Set<String> FAST =
      Set.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page", "timebase");

  private static final int FEW_CORES = 4;

  private ProcessorCheck() {}

  static Finding clock(Machine machine) {
    String source = Processor.read(machine.root()).clockSource();
    return Finding.of(
        FindingKind.CLOCK_SOURCE,
        Severity.ofKnown(source, FAST.contains(source) ? Severity.FINE : Severity.DISTORTS),
        source,
        "echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource"
            + " (available_clocksource beside it says which there are)");
  }

  static Finding cores(Machine machine) {
    int available = machine.cores();
    String smt =
        machine
            .text("sys/devices/system/cpu/smt/active")
            .map(active -> active.equals("1") ? "on" : "off")
            .orElse(KernelFile.UNKNOWN);
    return Finding.of(
        FindingKind.CORES,
        severity(available, smt.equals("on")),
        "%d, SMT %s; glibc makes at most %d arenas"
            .formatted(available, smt, RunSize.ARENAS_PER_CORE * machine.arenaCores()),
        smt.equals("on")
            ? "echo off | sudo tee /sys/devices/system/cpu/smt/control"
            : "measure on 4 cores or more, or pin all to the same: taskset -c 0 java -jar …");
  }

  private static Severity severity(int available, boolean smt) {
    if (available < 2) {
      return Severity.DISTORTS;
    }
    return available < FEW_CORES || smt ? Severity.WORTH_KNOWING : Severity.FINE;
  }

  static Finding numa(Machine machine) {
    String online = machine.textOrUnknown("sys/devices/system/node/online");
    boolean one = online.matches("\\d+");
    return Finding.of(
        FindingKind.NUMA,
        Severity.ofKnown(online, one ? Severity.FINE : Severity.WORTH_KNOWING),
        one ? "1" : "several: " + online,
        "numactl --cpunodebind=0 --membind=0 java -jar benchmarks.jar …");
  }
}
