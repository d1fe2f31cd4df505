package snapbench.testee.database.generate;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/**
 * The random values that rows are made of, in a sequence that is the same everywhere: {@link
 * Random}'s algorithm is fixed by its documentation, and what follows is whole numbers and scaling
 * by powers of two, which is exact.
 */
final class RandomValues {
  /** Letters and digits. */
  static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** What free text may hold, in ASCII; 64 characters, so that six bits choose one. */
  static final String FREE_TEXT =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789    '\"%\n\t\r;,.?_-\\&";

  /** The same with letters outside ASCII, which old drivers carry unharmed too. */
  static final String UNICODE_TEXT =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789    '\"%\n\t\r;,.?_é€&";

  private static final int CHARACTERS_PER_LONG = 10;
  private static final int BITS_PER_CHARACTER = 6;

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  /** A version 4 UUID, as text. */
  String uuid() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  /** Text of {@code length} letters and digits. */
  String alphanumeric(int length) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length())));
    }
    return text.toString();
  }

  /**
   * Text of {@code length} characters.
   *
   * @param alphabet 64 characters
   */
  String text(int length, String alphabet) {
    char[] text = new char[length];
    long bits = 0;
    for (int i = 0; i < length; i++) {
      bits = i % CHARACTERS_PER_LONG == 0 ? random.nextLong() : bits >>> BITS_PER_CHARACTER;
      text[i] = alphabet.charAt((int) bits & 63);
    }
    return new String(text);
  }

  /** A whole number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A date within the {@code days} days before {@code end}. */
  String dateBefore(LocalDate end, int days) {
    return end.minusDays(1L + random.nextInt(days)).toString();
  }

  /**
   * A price: 53 random bits of mantissa, so that its shortest decimal form mostly has 16 or 17
   * digits.
   *
   * @param binaryExponent the price is from 2 to that power to, but without, twice as much
   */
  double price(int binaryExponent) {
    long mantissa = (1L << 52) | (random.nextLong() >>> 12);
    return Math.scalb((double) mantissa, binaryExponent - 52);
  }
}
