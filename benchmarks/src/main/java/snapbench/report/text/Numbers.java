package snapbench.report.text;

import java.util.Locale;

/** Numbers as a report shows them, the same in every locale: 1,234,567.8. */
public final class Numbers {
  /** What takes the place of a number that is not known. */
  public static final String UNKNOWN = "unknown";

  /** What is smaller needs an exponent. */
  private static final double SMALLEST = 1e-6;

  private Numbers() {}

  /** A whole number with separators of thousands. */
  public static String whole(double value) {
    return fixed(value, 0);
  }

  /** A number with four significant digits, but no fewer than its integral part has. */
  public static String significant(double value) {
    double size = Math.abs(value);
    if (size > 0 && size < SMALLEST) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int decimals = size == 0 || size >= 1000 ? 0 : 3 - (int) Math.floor(Math.log10(size));
    return fixed(value, Math.min(decimals, 9));
  }

  /** Half an interval: "± 0.1234"; "unknown" for NaN. */
  public static String error(double error) {
    return (Double.isNaN(error) ? "" : "± ") + significant(error);
  }

  /** So many KiB in MiB. */
  public static double mib(double kib) {
    return kib / 1024;
  }

  /** A factor: "10.98 times". */
  public static String times(double factor) {
    return Double.isNaN(factor) ? UNKNOWN : fixed(factor, 2) + " times";
  }

  /**
   * A factor of a baseline: "10.98 times"; "unknown" where either is, or the baseline is nothing.
   */
  public static String times(double value, double baseline) {
    return times(baseline > 0 ? value / baseline : Double.NaN);
  }

  /** A ratio with so many decimals: "0.983"; "unknown" where it is not finite. */
  public static String ratio(double value, int decimals) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : UNKNOWN;
  }

  /** The ends of an interval of ratios likewise: "0.912 to 0.983". */
  public static String ratios(double lower, double upper, int decimals) {
    return ratio(lower, decimals) + " to " + ratio(upper, decimals);
  }

  /** A share in percent, with so many decimals at most: "0.05 %". */
  public static String percent(double share, int most) {
    return decimals(100 * share, most) + " %";
  }

  /** A whole number of things: "1 fork", "2 forks". */
  public static String count(double number, String noun) {
    return whole(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number with so many decimals at most, and no negative zero. */
  public static String decimals(double value, int most) {
    String text = fixed(value, most);
    String shortest = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    return shortest.equals("-0") ? "0" : shortest;
  }

  /** A number with so many decimals. */
  static String fixed(double value, int decimals) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "-infinite";
    }
    return Double.isNaN(value)
        ? UNKNOWN
        : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
