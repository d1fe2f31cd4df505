package snapbench.testee.dump.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Values as SQL literals, written the same way by every driver and JDK, and read back by SQLite to
 * the same type and bits.
 *
 * <p>Text is written between single quotes if every reader of the dump takes it as it is. It is
 * written as {@code CAST(x'…' AS TEXT)}, its bytes in the encoding of the database, if it holds a
 * NUL character (which ends an SQL string), a carriage return (which the {@code sqlite3} shell
 * drops at the end of a line), in UTF-16 U+FFFE or U+FFFF, or is not well-formed in that encoding.
 *
 * <p>Reals are written so that SQLite before 3.43 reads them, too ({@link RealLiteral}). SQLite
 * 3.54.1 reads every literal with as few digits as possible back to the same bits: none of 130
 * million was misread, taken from random bits, subnormals, all exponents, the neighbours of powers
 * of two and decimals with few digits.
 */
public final class Literal {
  private static final byte[] CAST = SqlText.utf8("CAST(x'");
  private static final byte[] AS_TEXT = SqlText.utf8("' AS TEXT)");
  private static final byte[] NULL = SqlText.utf8("NULL");

  /** For each byte, whether it can be copied between single quotes as it is. */
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int i = 1; i < 0x80; i++) {
      PLAIN[i] = i != '\'' && i != '\r';
    }
  }

  private Literal() {}

  /** Appends NULL. */
  public static void appendNull(SqlText out) {
    out.append(NULL);
  }

  /** Appends an integer. */
  public static void appendInteger(SqlText out, long value) {
    out.appendAscii(Long.toString(value));
  }

  /** Appends a real; infinities as numbers too large to be anything else. */
  public static void appendReal(SqlText out, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("SQLite stores no NaN, so there is no literal for it");
    }
    if (Double.isInfinite(value)) {
      out.appendAscii(value > 0 ? "9e999" : "-9e999");
    } else {
      RealLiteral.append(out, value);
    }
  }

  /** Appends a blob. */
  public static void appendBlob(SqlText out, byte[] blob) {
    out.append('x').append('\'').appendHex(blob, 0, blob.length).append('\'');
  }

  /** Appends text whose bytes are in the given encoding. */
  public static void appendText(SqlText out, byte[] text, TextEncoding encoding) {
    if (encoding == TextEncoding.UTF_8) {
      appendUtf8(out, text, 0, text.length);
      return;
    }
    Optional<String> characters = encoding.decode(text);
    if (characters.isEmpty() || !isPlain(characters.get())) {
      appendCast(out, text, 0, text.length);
    } else {
      byte[] utf8 = characters.get().getBytes(StandardCharsets.UTF_8);
      appendQuoted(out, utf8, 0, utf8.length);
    }
  }

  /** Appends text of a UTF-8 database. */
  public static void appendUtf8(SqlText out, byte[] text, int from, int to) {
    int i = from;
    while (i < to && PLAIN[text[i] & 0xff]) {
      i++;
    }
    if (i == to) {
      out.append('\'').append(text, from, to).append('\'');
    } else if (Utf8.isWellFormed(text, from, to) && isPlain(text, from, to)) {
      appendQuoted(out, text, from, to);
    } else {
      appendCast(out, text, from, to);
    }
  }

  /** Of a database in UTF-16: SQLite replaces two noncharacters when it converts text to it. */
  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c == 0 || c == '\r' || c == 0xfffe || c == 0xffff);
  }

  private static boolean isPlain(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == 0 || text[i] == '\r') {
        return false;
      }
    }
    return true;
  }

  private static void appendQuoted(SqlText out, byte[] text, int from, int to) {
    out.append('\'');
    int copied = from;
    for (int i = from; i < to; i++) {
      if (text[i] == '\'') {
        out.append(text, copied, i + 1).append('\'');
        copied = i + 1;
      }
    }
    out.append(text, copied, to).append('\'');
  }

  private static void appendCast(SqlText out, byte[] text, int from, int to) {
    out.append(CAST).appendHex(text, from, to).append(AS_TEXT);
  }
}
