package snapbench.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What could not be compared.
 *
 * @param what the cell
 * @param measure the measure; null if nothing of the cell could be
 * @param reason why
 */
public record NotCompared(String what, @Nullable Measure measure, String reason) {
  /** Whether this is missing where a measure is looked at. */
  boolean isAbout(Measure other) {
    return measure == null || measure == other;
  }

  /** One line. */
  @Override
  public String toString() {
    return what + (measure == null ? "" : ", " + measure.label()) + ": " + reason;
  }
}
