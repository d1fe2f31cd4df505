package snapbench.testee.dump;

import java.util.Optional;

/**
 * How the values of one column travel from SQLite to Java as one string for many rows, if they are
 * all of one type: the SQL expression that makes a piece of text of each value, and the condition
 * under which that piece tells the value exactly. SQLite joins the pieces, so one JDBC call fetches
 * a column of thousands of rows.
 *
 * <p>Reals cannot travel as decimal fractions, since SQLite rounds them to 15 or 17 digits in ways
 * that differ between versions. So a value is multiplied with a power of two, 2^k, that makes an
 * integer of it, and the digits of that integer travel. A multiplication with a power of two is
 * exact unless it leaves the range of doubles, and so is the conversion of an integral double below
 * 2^63. The condition is that this integer divided by 2^k equals the value again; Java repeats that
 * very division, so what it computes is what SQLite compared.
 *
 * @param type the only type besides NULL
 * @param nullable whether NULL is allowed
 * @param scaleExponent k, from 0 to 62; 0 for any other type than REAL
 */
record ColumnTransport(ValueType type, boolean nullable, int scaleExponent) {
  /** Stands between two pieces; a column with text that holds it does not travel this way. */
  static final byte SEPARATOR = 0x1f;

  /** Stands for NULL. */
  static final byte NULL_MARK = 0x1e;

  private static final String NULL_LITERAL = "'\u001e'";

  /** With its greatest value below 2^62, an integer leaves room for values twice as great. */
  private static final int HEADROOM_EXPONENT = 61;

  private static final int GREATEST_SCALE_EXPONENT = 62;

  /** The transport for values like those seen; nothing if they were of several types. */
  static Optional<ColumnTransport> of(ColumnProfile profile) {
    return profile
        .onlyType()
        .map(type -> new ColumnTransport(type, profile.hasNulls(), scaleExponent(type, profile)));
  }

  private static int scaleExponent(ValueType type, ColumnProfile profile) {
    int wanted = HEADROOM_EXPONENT - profile.greatestExponent();
    return type == ValueType.REAL ? Math.max(0, Math.min(wanted, GREATEST_SCALE_EXPONENT)) : 0;
  }

  /** The piece of text for a value. */
  String expression(String value) {
    return switch (type) {
      case REAL -> orMark(integral(value));
      case BLOB ->
          nullable
              ? "CASE WHEN "
                  + value
                  + " IS NULL THEN "
                  + NULL_LITERAL
                  + " ELSE hex("
                  + value
                  + ") END"
              : "hex(" + value + ")";
      default -> orMark(value);
    };
  }

  /** True only if the piece tells the value exactly; an empty string where it always does. */
  String condition(String value, Column column) {
    String exact = exactness(value, column);
    if (exact.isEmpty()) {
      return "";
    }
    return nullable ? "(" + value + " IS NULL OR " + exact + ")" : exact;
  }

  /**
   * Numbers sort before text, and text before blobs, whatever they are; a comparison costs a third
   * of {@code typeof()}. A column with REAL affinity holds no integers and no negative zero.
   */
  private String exactness(String value, Column column) {
    String binary = value + " COLLATE BINARY";
    return switch (type) {
      case NULL, INTEGER -> column.alwaysInteger() ? "" : "typeof(" + value + ")='integer'";
      case TEXT ->
          binary
              + "<x''"
              + (column.affinity() == Affinity.TEXT ? "" : " AND " + binary + ">=''")
              + (nullable ? " AND " + binary + "<>" + NULL_LITERAL : "");
      case BLOB -> binary + ">=x''";
      case REAL ->
          integral(value)
              + "/"
              + scale()
              + "="
              + value
              + (column.affinity() == Affinity.REAL
                  ? ""
                  : " AND typeof(" + value + ")='real' AND " + value + "<>0");
    };
  }

  private String orMark(String expression) {
    return nullable ? "ifnull(" + expression + "," + NULL_LITERAL + ")" : expression;
  }

  private String integral(String value) {
    return "CAST(" + value + "*" + scale() + " AS INTEGER)";
  }

  /** 2^k, not as a decimal fraction, which SQLite before 3.43 may misread. */
  private String scale() {
    return "CAST(" + (1L << scaleExponent) + " AS REAL)";
  }
}
