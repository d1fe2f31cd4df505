package snapbench.analysis.comparison;

import org.jspecify.annotations.Nullable;

/**
 * What could not be compared.
 *
 * @param what the cell
 * @param measure the measure; null if nothing of the cell could be
 * @param reason why
 * @param isRestCompared whether it is a part, without which the cell was compared
 */
public record NotCompared(
    String what, @Nullable Measure measure, String reason, boolean isRestCompared) {
  /** Whole, or one measure of it. */
  NotCompared(String what, @Nullable Measure measure, String reason) {
    this(what, measure, reason, false);
  }

  /** Whether nothing is known where a measure is looked at. */
  public boolean isAbout(Measure other) {
    return !isRestCompared && (measure == null || measure == other);
  }

  /** One line. */
  @Override
  public String toString() {
    return what + (measure == null ? "" : ", " + measure.label()) + ": " + reason;
  }
}
