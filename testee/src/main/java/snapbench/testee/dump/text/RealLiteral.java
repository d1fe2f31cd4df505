package snapbench.testee.dump.text;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Finite reals as SQL literals that every SQLite reads back to the same bits, those before 3.43
 * too, which do not round correctly but compute with 64 bits of mantissa.
 *
 * <p>A real is written with as few digits as tell it from any other, unless those stand so near to
 * the middle between two doubles that an old SQLite may take the other one: then with 17 digits,
 * which are never that near. Old ones read decimals of more than 307 places in two steps, each
 * rounded; so the smallest reals are written as a product of one that is 2^600 times as great, an
 * exact one, and 2^-600.
 *
 * <p>Of 20,000 random doubles the {@code sqlite3} 3.40.1 of Debian misreads none so written; of the
 * same with fewest digits 101, with 17 to 20 digits 56 to 68. Where a {@code long double} is no
 * longer than a {@code double} (ARM, Microsoft's compiler), SQLite before 3.43 may misread any.
 */
final class RealLiteral {
  /** How far a literal may be from its value, in units of the value's last place. */
  private static final double MOST_DISTANCE = 0.48;

  /** The same where the next smaller double is half as far. */
  private static final double MOST_DISTANCE_OF_POWER = 0.24;

  /** From this on, 17 digits have at most 307 decimal places. */
  private static final double LEAST_PLAIN = 0x1p-960;

  private static final int RAISED = 600;
  private static final MathContext DIGITS_17 = new MathContext(17);
  private static final byte[] TIMES_LOWERED = SqlText.utf8("*" + with17Digits(0x1p-600));

  /** 10^i as the sum of two doubles. */
  private static final double[] HIGH = new double[309];

  private static final double[] LOW = new double[HIGH.length];

  static {
    for (int i = 0; i < HIGH.length; i++) {
      BigDecimal power = BigDecimal.TEN.pow(i);
      HIGH[i] = power.doubleValue();
      LOW[i] = power.subtract(new BigDecimal(HIGH[i])).doubleValue();
    }
  }

  private RealLiteral() {}

  static void append(SqlText out, double value) {
    double size = Math.abs(value);
    if (size > 0 && size < LEAST_PLAIN) {
      append(out, Math.scalb(value, RAISED));
      out.append(TIMES_LOWERED);
      return;
    }
    String shortest = NumberOutput.toString(value, true);
    out.appendAscii(isReadBack(shortest, size) ? shortest : with17Digits(value));
  }

  private static String with17Digits(double value) {
    String text = new BigDecimal(value).round(DIGITS_17).toString();
    boolean isReal = text.indexOf('.') >= 0 || text.indexOf('E') >= 0;
    return isReal ? text : text + ".0";
  }

  /** Whether a literal is read back as that size whatever it is computed with. */
  private static boolean isReadBack(String literal, double size) {
    long digits = 0;
    int exponent = 0;
    boolean fraction = false;
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == '.') {
        fraction = true;
      } else if (c == 'E') {
        exponent += Integer.parseInt(literal, i + 1, literal.length(), 10);
        break;
      } else if (c != '-') {
        digits = 10 * digits + (c - '0');
        exponent -= fraction ? 1 : 0;
      }
    }
    boolean isPower = Double.doubleToRawLongBits(size) << 12 == 0;
    return distance(digits, exponent, size) <= (isPower ? MOST_DISTANCE_OF_POWER : MOST_DISTANCE);
  }

  /** How far digits times a power of ten are from a size, in units of its last place. */
  private static double distance(long digits, int exponent, double size) {
    double most = digits;
    double rest = digits - (long) most;
    double high = HIGH[Math.abs(exponent)];
    double low = LOW[Math.abs(exponent)];
    double off =
        exponent < 0
            ? (Math.fma(size, high, -most) - rest + size * low) / high
            : Math.fma(most, high, -size) + rest * high + most * low;
    return Math.abs(off) / Math.ulp(size);
  }
}
