package snapbench.self.speed;

import java.util.List;

/**
 * What came of a measurement.
 *
 * @param comparisons each thing beside its reference
 * @param notes what they rest on, a line each
 */
public record SpeedOutcome(List<SpeedRatio> comparisons, List<String> notes) {
  /** Copies the lists. */
  public SpeedOutcome {
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }
}
