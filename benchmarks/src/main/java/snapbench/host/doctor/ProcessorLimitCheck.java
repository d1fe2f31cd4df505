package snapbench.host.doctor;

import snapbench.host.kernel.ContainerLimits;
import snapbench.host.kernel.SizeText;

/** Whether control groups stop processes that use too much processor time. */
final class ProcessorLimitCheck {
  private static final String ADVICE =
      "raise the quota (docker run --cpus, resources.limits.cpu), or pin with --cpuset-cpus"
          + " instead";

  private ProcessorLimitCheck() {}

  static Finding limit(Machine machine) {
    ContainerLimits limits = ContainerLimits.read(machine.root());
    if (Double.isNaN(limits.cores())) {
      return Finding.unknown(FindingKind.PROCESSOR_LIMIT);
    }
    String allowed = ", may run on cores " + limits.allowedCores();
    return Double.isInfinite(limits.cores())
        ? Finding.fine(FindingKind.PROCESSOR_LIMIT, "none" + allowed)
        : Finding.of(
            FindingKind.PROCESSOR_LIMIT,
            Severity.DISTORTS,
            SizeText.number(limits.cores(), 2) + " cores" + allowed,
            ADVICE);
  }

  static Finding throttling(Machine machine) {
    double ever = machine.after().throttled();
    double lately = ever - machine.before().throttled();
    return Finding.of(
        FindingKind.THROTTLING,
        Severity.ofKnown(
            lately,
            lately > 0 ? Severity.DISTORTS : ever > 0 ? Severity.WORTH_KNOWING : Severity.FINE),
        "%s times since the control group was made, %s of them just now"
            .formatted(SizeText.number(ever, 0), SizeText.number(lately, 0)),
        ADVICE);
  }
}
