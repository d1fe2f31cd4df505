package snapbench.host.doctor;

import static java.util.Objects.requireNonNull;

import snapbench.host.kernel.KernelFile;

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

  static Finding unknown(FindingKind kind) {
    return new Finding(kind, Severity.UNKNOWN, KernelFile.UNKNOWN, "", "");
  }

  /** One that matters, with what such a finding distorts. */
  static Finding of(FindingKind kind, Severity severity, String read, String advice) {
    return severity == Severity.FINE
        ? fine(kind, read)
        : new Finding(kind, severity, read, kind.distorts(), advice);
  }
}
