package snapbench.analysis.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.NaNPolicy;

/** Medians of those values that are known. */
public final class Medians {
  /** Makes a median absolute deviation the standard deviation of a normal distribution. */
  public static final double NORMAL = 1.4826;

  // by default the values would change their places
  private static final Median KNOWN = Median.withDefaults().with(NaNPolicy.EXCLUDE).withCopy(true);

  private Medians() {}

  /** The median; NaN if no value is known. */
  public static double of(double... values) {
    return KNOWN.evaluate(values);
  }

  /** The median of a figure of some things; NaN if no figure is known. */
  public static <T> double of(Collection<T> things, ToDoubleFunction<? super T> figure) {
    return of(things.stream().mapToDouble(figure).toArray());
  }

  /** The standard deviation that their median absolute deviation would be of normal values. */
  public static double spread(double... values) {
    double median = of(values);
    return NORMAL * of(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }
}
