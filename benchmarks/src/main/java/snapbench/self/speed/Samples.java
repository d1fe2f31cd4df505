package snapbench.self.speed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import snapbench.analysis.stats.Medians;

/** Repeated measurements of one thing, in a unit that the owner knows. */
public final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  /** The values, in the order in which they were measured. */
  @JsonValue
  public List<Double> values() {
    return List.copyOf(values);
  }

  /** How many there are. */
  public int count() {
    return values.size();
  }

  /** The lowest; NaN where there is none. */
  public double min() {
    return values.isEmpty() ? Double.NaN : Collections.min(values);
  }

  /** The highest; NaN where there is none. */
  public double max() {
    return values.isEmpty() ? Double.NaN : Collections.max(values);
  }

  /** The median; NaN where there is none. */
  public double median() {
    return Medians.of(values.stream().mapToDouble(each -> each).toArray());
  }
}
