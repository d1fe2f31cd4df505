package snapbench.self.calibration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Quantity;

/**
 * The truth about a fork of a calibration, which the judge is not told.
 *
 * @param leak as it is written on the command line, for instance {@code native:1%}
 * @param quantity in which series it shows; null where nothing leaks
 * @param perCycle how much in each cycle, in the unit of that series; 0 where nothing leaks, NaN if
 *     unknown
 */
public record PlantedLeak(String leak, @Nullable Quantity quantity, double perCycle) {
  /** Nothing leaks. */
  public static final PlantedLeak NONE = new PlantedLeak("none", null, 0);

  /** Checks that only what leaks has a size. */
  public PlantedLeak {
    Objects.requireNonNull(leak, "leak");
    if (perCycle < 0 || (quantity == null && perCycle != 0)) {
      throw new IllegalArgumentException(leak + " of " + perCycle + " per cycle");
    }
  }

  /** Whether nothing leaks. */
  public boolean isClean() {
    return quantity == null;
  }

  /** Whether a series shows it. */
  public boolean showsIn(Quantity series) {
    return series.equals(quantity);
  }
}
