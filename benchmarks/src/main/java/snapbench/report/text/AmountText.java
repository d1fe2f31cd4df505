package snapbench.report.text;

/** AmountText of memory in the unit that reads best: 638 MiB, 4.76 GiB. */
public final class AmountText {
  private static final double MIB = 1024;
  private static final double GIB = 1024 * 1024;

  /** From this on, a MiB needs no decimals. */
  private static final double WHOLE_MIB = 100 * MIB;

  private AmountText() {}

  /** An amount of KiB; "unknown" for NaN. */
  public static String of(double kib) {
    return Double.isNaN(kib) ? Numbers.UNKNOWN : number(kib, kib, 0) + unit(kib, 0);
  }

  /** Two amounts of the same unit, joined by a word: 0.69 to 4.76 GiB. */
  public static String pair(double from, String word, double to) {
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return of(from) + " " + word + " " + of(to);
    }
    double larger = Math.max(Math.abs(from), Math.abs(to));
    double apart = Math.abs(from - to);
    return number(from, larger, apart)
        + " "
        + word
        + " "
        + number(to, larger, apart)
        + unit(larger, apart);
  }

  /** What differs by less than a tenth of a GiB is better told apart in MiB. */
  private static boolean isGib(double size, double apart) {
    return Math.abs(size) >= GIB && (apart == 0 || apart >= GIB / 10);
  }

  private static String number(double kib, double size, double apart) {
    if (isGib(size, apart)) {
      return Numbers.fixed(kib / GIB, 2);
    }
    double magnitude = Math.abs(size);
    return magnitude >= WHOLE_MIB
        ? Numbers.whole(kib / MIB)
        : magnitude >= MIB ? Numbers.fixed(kib / MIB, 1) : Numbers.whole(kib);
  }

  private static String unit(double size, double apart) {
    return isGib(size, apart) ? " GiB" : Math.abs(size) >= MIB ? " MiB" : " KiB";
  }
}
