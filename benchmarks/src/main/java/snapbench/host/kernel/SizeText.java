package snapbench.host.kernel;

import java.util.Locale;

/** Numbers as a finding shows them, the same in every locale. */
public final class SizeText {
  private static final double KIB_PER_MIB = 1024;
  private static final double KIB_PER_GIB = 1024 * 1024;

  private SizeText() {}

  /** Memory or disk space, such as "1.5 GiB". */
  public static String size(double kib) {
    if (Double.isNaN(kib)) {
      return KernelFile.UNKNOWN;
    }
    if (Double.isInfinite(kib)) {
      return "unlimited";
    }
    return Math.abs(kib) >= KIB_PER_GIB
        ? number(kib / KIB_PER_GIB, 1) + " GiB"
        : number(kib / KIB_PER_MIB, 0) + " MiB";
  }

  /** A share, such as "12.5 %". */
  public static String percent(double share) {
    return number(100 * share, 1) + " %";
  }

  /** A number with so many decimals. */
  public static String number(double value, int decimals) {
    return Double.isNaN(value)
        ? KernelFile.UNKNOWN
        : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
