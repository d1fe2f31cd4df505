package snapbench.self.verdicts;

import static org.apache.commons.statistics.interval.BinomialConfidenceInterval.CLOPPER_PEARSON;

import java.util.Locale;
import org.apache.commons.statistics.interval.Interval;

/**
 * How many of how many, with the exact 95 % interval of C. J. Clopper and E. S. Pearson, "The use
 * of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934),
 * 404–413.
 *
 * @param count how many
 * @param of of how many
 */
public record Proportion(long count, long of) {
  private static final double ERROR_RATE = 0.05;

  /** Checks that no more are counted than there are. */
  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of);
    }
  }

  /** The share; NaN of none. */
  public double share() {
    return of == 0 ? Double.NaN : (double) count / of;
  }

  /** Lower end of the interval; 0 of none. */
  public double lower() {
    return of == 0 ? 0 : clopperPearson().getLowerBound();
  }

  /** Upper end of the interval; 1 of none. */
  public double upper() {
    return of == 0 ? 1 : clopperPearson().getUpperBound();
  }

  private Interval clopperPearson() {
    return CLOPPER_PEARSON.fromErrorRate(Math.toIntExact(of), Math.toIntExact(count), ERROR_RATE);
  }

  /** The share in percent; "none" of none. */
  public String percent() {
    return of == 0 ? "none" : percent(share());
  }

  /** The interval in percent. */
  public String interval() {
    return of == 0 ? "none" : "[" + percent(lower()) + ", " + percent(upper()) + "]";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
