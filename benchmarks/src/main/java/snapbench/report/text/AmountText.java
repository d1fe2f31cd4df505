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
    return Double.isNaN(kib) ? Numbers.UNKNOWN : Unit.of(kib, 0).number(kib) + Unit.of(kib, 0).name;
  }

  /** Two amounts of the same unit, joined by a word: 0.69 to 4.76 GiB. */
  public static String pair(double from, String word, double to) {
    if (Double.isNaN(from) || Double.isNaN(to)) {
      return of(from) + " " + word + " " + of(to);
    }
    Unit unit = Unit.of(Math.max(Math.abs(from), Math.abs(to)), Math.abs(from - to));
    return unit.number(from) + " " + word + " " + unit.number(to) + unit.name;
  }

  private record Unit(String name, double kib, int decimals) {
    /** What differs by less than a tenth of a GiB is better told apart in MiB. */
    static Unit of(double size, double apart) {
      double magnitude = Math.abs(size);
      if (magnitude >= GIB && (apart == 0 || apart >= GIB / 10)) {
        return new Unit(" GiB", GIB, 2);
      }
      return magnitude >= MIB
          ? new Unit(" MiB", MIB, magnitude >= WHOLE_MIB ? 0 : 1)
          : new Unit(" KiB", 1, 0);
    }

    String number(double amountKib) {
      return Numbers.fixed(amountKib / kib, decimals);
    }
  }
}
