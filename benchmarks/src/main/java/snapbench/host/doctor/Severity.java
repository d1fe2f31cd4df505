package snapbench.host.doctor;

import java.util.Locale;
import snapbench.host.kernel.KernelFile;

/** How much a finding matters, from harmless to grave. */
public enum Severity {
  /** As it should be. */
  FINE,
  /** It could not be read. */
  UNKNOWN,
  /** To be kept in mind when figures are read. */
  WORTH_KNOWING,
  /** Figures are other than they would be on a quiet machine. */
  DISTORTS,
  /** The run will probably not get to its end. */
  PREVENTS;

  /** Of a figure that is unknown, few, or many; few and many included. */
  static Severity of(double value, double few, double many) {
    return ofKnown(value, value >= many ? DISTORTS : value >= few ? WORTH_KNOWING : FINE);
  }

  /** The one given, unless the figure that it rests on is NaN. */
  static Severity ofKnown(double value, Severity severity) {
    return Double.isNaN(value) ? UNKNOWN : severity;
  }

  /** The same where it rests on a text that may be "unknown". */
  static Severity ofKnown(String text, Severity severity) {
    return text.equals(KernelFile.UNKNOWN) ? UNKNOWN : severity;
  }

  /** As a table shows it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
