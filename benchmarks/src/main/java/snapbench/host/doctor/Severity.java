package snapbench.host.doctor;

/** How much a finding matters, from harmless to grave. */
public enum Severity {
  /** As it should be. */
  FINE("fine"),
  /** It could not be read. */
  UNKNOWN("unknown"),
  /** To be kept in mind when figures are read. */
  WORTH_KNOWING("worth knowing"),
  /** Figures are other than they would be on a quiet machine. */
  DISTORTS("distorts"),
  /** The run will probably not get to its end. */
  PREVENTS("prevents");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** Of a figure that is unknown, few, or many; few and many included. */
  static Severity of(double value, double few, double many) {
    return ofKnown(value, value >= many ? DISTORTS : value >= few ? WORTH_KNOWING : FINE);
  }

  /** The one given, unless the figure that it rests on is NaN. */
  static Severity ofKnown(double value, Severity severity) {
    return Double.isNaN(value) ? UNKNOWN : severity;
  }

  /** As a table shows it. */
  public String label() {
    return label;
  }
}
