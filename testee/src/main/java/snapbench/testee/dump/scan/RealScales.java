package snapbench.testee.dump.scan;

/**
 * The powers of two with which reals are multiplied, so that they travel as integers: 2^k, and for
 * values much smaller than the greatest, 2^(k+10), 2^(k+20) and so on.
 *
 * <p>A double has 53 significant bits and an integer of SQLite 63, so one scale takes values of any
 * mantissa over ten binary orders of magnitude. A multiplication with a power of two is exact
 * unless it leaves the range of doubles, and so is the conversion of an integral double below 2^63.
 * A scale is used only if this integer, divided by the scale, equals the value again. Java repeats
 * that very division, so what it computes is what SQLite compared.
 *
 * @param exponent k, from 0 to 62
 * @param count how many scales there are, from 1 to {@link #MOST}
 */
record RealScales(int exponent, int count) {
  /** Enough for values 2^40 times smaller than the greatest. */
  static final int MOST = 4;

  private static final int STEP = 10;

  /** Leaves room for values twice as great as those seen. */
  private static final int HEADROOM_EXPONENT = 61;

  private static final int GREATEST_EXPONENT = 62;

  RealScales {
    if (exponent < 0 || exponent > GREATEST_EXPONENT || count < 1 || count > MOST) {
      throw new IllegalArgumentException("no such scales: 2^" + exponent + ", " + count + " steps");
    }
  }

  /** Scales for reals like those seen. */
  static RealScales of(ColumnProfile profile) {
    int wanted = HEADROOM_EXPONENT - profile.greatestExponent();
    int exponent = Math.max(0, Math.min(wanted, GREATEST_EXPONENT));
    boolean narrow = profile.exponentRange() < STEP && wanted <= GREATEST_EXPONENT;
    return new RealScales(exponent, narrow ? 1 : MOST);
  }

  /** What one step of the scaled integers is worth. */
  double unit(int index) {
    return Math.scalb(1.0, -exponent - STEP * index);
  }

  /** SQL for the integer that stands for a value at a scale. */
  String integer(String value, int index) {
    return "CAST(" + value + "*" + scale(index) + " AS INTEGER)";
  }

  /** SQL that tells whether that integer stands for the value exactly. */
  String isExact(String value, int index) {
    return integer(value, index) + "/" + scale(index) + "=" + value;
  }

  /** 2^k from integers, not as a decimal fraction, which SQLite before 3.43 may misread. */
  private String scale(int index) {
    String first = "CAST(" + (1L << exponent) + " AS REAL)";
    return index == 0 ? first : "(" + first + "*CAST(" + (1L << (STEP * index)) + " AS REAL))";
  }
}
