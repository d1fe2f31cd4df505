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
    boolean none = Double.isInfinite(limits.cores());
    return Finding.of(
        FindingKind.PROCESSOR_LIMIT,
        Severity.ofKnown(limits.cores(), none ? Severity.FINE : Severity.DISTORTS),
        (none ? "none" : SizeText.number(limits.cores(), 2) + " cores")
            + ", may run on cores "
            + limits.allowedCores(),
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
