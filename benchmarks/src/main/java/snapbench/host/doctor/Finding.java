package snapbench.host.doctor;

import static java.util.Objects.requireNonNull;

import snapbench.host.kernel.KernelFile;
import snapbench.host.kernel.SizeText;

/**
 * One thing that was looked at before a run.
 *
 * @param kind what
 * @param severity how much it matters
 * @param read what was read; begins with "unknown" where it could not be
 * @param distorts what it distorts, and how; empty where it is fine or unknown
 * @param advice how to change it, a command where there is one; empty where it is fine or unknown
 */
public record Finding(
    FindingKind kind, Severity severity, String read, String distorts, String advice) {
  /** Checks that nothing is missing. */
  public Finding {
    requireNonNull(kind, "kind");
    requireNonNull(severity, "severity");
    requireNonNull(read, "read");
    requireNonNull(distorts, "distorts");
    requireNonNull(advice, "advice");
  }

  static Finding fine(FindingKind kind, String read) {
    return new Finding(kind, Severity.FINE, read, "", "");
  }

  /** One of space that is there, in KiB, which must be as much as a run needs. */
  static Finding ofSpace(
      FindingKind kind, double kiB, String what, double neededKiB, String advice) {
    Severity severity = Severity.ofKnown(kiB, kiB < neededKiB ? Severity.PREVENTS : Severity.FINE);
    String read = "%s %s, the run may need %s";
    return of(
        kind, severity, read.formatted(SizeText.size(kiB), what, SizeText.size(neededKiB)), advice);
  }

  static Finding unknown(FindingKind kind) {
    return new Finding(kind, Severity.UNKNOWN, KernelFile.UNKNOWN, "", "");
  }

  /** One of any severity; with what it distorts where it matters. */
  static Finding of(FindingKind kind, Severity severity, String read, String advice) {
    return switch (severity) {
      case FINE -> fine(kind, read);
      case UNKNOWN -> unknown(kind);
      default -> new Finding(kind, severity, read, kind.distorts(), advice);
    };
  }
}
