package snapbench.host.doctor;

import java.util.Optional;
import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.PageSize;
import snapbench.host.kernel.ResidentCounter;
import snapbench.host.kernel.SizeText;

/** What the kernel does with memory on its own, and how it counts it. */
final class KernelMemoryCheck {
  private static final String MERGING = "sys/kernel/mm/ksm/run";
  private static final int AT_LEAST_THREADS = 30;

  private KernelMemoryCheck() {}

  /** KSM, Documentation/admin-guide/mm/ksm: 1 is on, 2 has undone all merging. */
  static Finding samePageMerging(Machine machine) {
    double run = machine.number(MERGING);
    return Finding.of(
        FindingKind.SAME_PAGE_MERGING,
        Severity.ofKnown(run, run == 1 ? Severity.WORTH_KNOWING : Severity.FINE),
        run == 1 ? "on" : "off",
        "echo 2 | sudo tee /" + MERGING);
  }

  /** A testee has about 30 threads besides its workers. */
  static Finding residentCounter(Machine machine) {
    Optional<String> release = machine.text("proc/sys/kernel/osrelease");
    if (release.isEmpty()) {
      return Finding.unknown(FindingKind.RESIDENT_COUNTER);
    }
    int threads = AT_LEAST_THREADS + machine.size().snapshots();
    double lag = ResidentCounter.lagKiB(machine.root(), threads);
    return lag == 0
        ? Finding.fine(FindingKind.RESIDENT_COUNTER, "exact (Linux " + release.get() + ")")
        : Finding.of(
            FindingKind.RESIDENT_COUNTER,
            Severity.WORTH_KNOWING,
            "off by %s KiB at most (Linux %s)".formatted(SizeText.number(lag, 0), release.get()),
            "take differences below that for nothing; Linux 6.16 and later are exact");
  }

  /** Linux has smaps_rollup since 4.14, unless it is built without CONFIG_PROC_PAGE_MONITOR. */
  static Finding proportionalSet(Machine machine) {
    return machine
            .text("proc/self/smaps_rollup")
            .filter(text -> KernelFile.kiB(text, "Pss") > 0)
            .isPresent()
        ? Finding.fine(
            FindingKind.PROPORTIONAL_SET,
            "told: where RSS counts pages again (ZGC before JDK 23, shared memory, forks), compare"
                + " process.pss of -prof process:ledger=true")
        : Finding.of(
            FindingKind.PROPORTIONAL_SET,
            machine.text("proc/self/status").isPresent()
                ? Severity.WORTH_KNOWING
                : Severity.UNKNOWN,
            "unknown",
            "measure JVMs with -XX:+UseSerialGC, and programs without shared memory or forks");
  }

  static Finding pageSize(Machine machine) {
    double kib = PageSize.kiB(machine.root());
    return Finding.of(
        FindingKind.PAGE_SIZE,
        Severity.ofKnown(kib, kib == PageSize.USUAL_KIB ? Severity.FINE : Severity.WORTH_KNOWING),
        SizeText.number(kib, 0) + " KiB",
        "a kernel built with pages of 4 KiB");
  }
}
