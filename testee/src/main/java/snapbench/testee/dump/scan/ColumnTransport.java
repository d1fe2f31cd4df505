package snapbench.testee.dump.scan;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import snapbench.testee.dump.schema.Affinity;
import snapbench.testee.dump.schema.ColumnSchema;

/**
 * How the values of one column travel from SQLite to Java as one string for many rows, if they are
 * all of one type: the SQL expression that makes a piece of text of each value, and the condition
 * under which that piece tells the value exactly. SQLite joins the pieces, so one JDBC call fetches
 * a column of thousands of rows.
 *
 * <p>Reals cannot travel as decimal fractions, since SQLite rounds them to 15 or 17 digits in ways
 * that differ between versions; they travel as integers by {@link RealScales}.
 *
 * @param type the only type besides NULL
 * @param nullable whether NULL is allowed
 * @param integers whether integers are allowed beside reals
 * @param scales the scales of reals
 */
record ColumnTransport(ValueType type, boolean nullable, boolean integers, RealScales scales) {
  /** Stands between two pieces; a column with text that holds it does not travel this way. */
  static final byte SEPARATOR = 0x1f;

  /** Stands for NULL. */
  static final byte NULL_MARK = 0x1e;

  /** Precedes an integer among reals. */
  static final byte INTEGER_MARK = 'i';

  /** Precedes a real at the second scale; the letters behind it stand for those behind it. */
  static final byte SCALE_MARK = 'a';

  private static final String NULL_LITERAL = "'\u001e'";

  /** The transport for values like those seen; nothing if they were of several types. */
  static Optional<ColumnTransport> of(ColumnProfile profile) {
    return profile
        .onlyType()
        .map(
            type ->
                new ColumnTransport(
                    type,
                    profile.has(ValueType.NULL),
                    type == ValueType.REAL && profile.has(ValueType.INTEGER),
                    RealScales.of(profile)));
  }

  /** The piece of text for a value. */
  String expression(String value) {
    String piece =
        switch (type) {
          case REAL -> real(value);
          case BLOB -> "hex(" + value + ")";
          default -> value;
        };
    return nullable
        ? "CASE WHEN %s IS NULL THEN %s ELSE %s END".formatted(value, NULL_LITERAL, piece)
        : piece;
  }

  private String real(String value) {
    if (scales.count() == 1 && !integers) {
      return scales.integer(value, 0);
    }
    StringBuilder cases = new StringBuilder("CASE");
    if (integers) {
      cases.append(" WHEN typeof(%s)='integer' THEN 'i'||%s".formatted(value, value));
    }
    for (int i = 0; i < scales.count(); i++) {
      String mark = i == 0 ? "" : "'" + (char) (SCALE_MARK + i - 1) + "'||";
      cases.append(" WHEN ").append(scales.isExact(value, i));
      cases.append(" THEN ").append(mark).append(scales.integer(value, i));
    }
    return cases.append(" END").toString();
  }

  /** True only if the piece tells the value exactly; an empty string where it always does. */
  String condition(String value, ColumnSchema column) {
    if (column.alwaysInteger()) {
      return "";
    }
    String exact = exactness(value, column);
    return nullable ? "(" + value + " IS NULL OR " + exact + ")" : exact;
  }

  /**
   * Numbers sort before text, and text before blobs, whatever they are; a comparison costs a third
   * of {@code typeof()}.
   */
  private String exactness(String value, ColumnSchema column) {
    String binary = value + " COLLATE BINARY";
    return switch (type) {
      case NULL, INTEGER -> "typeof(" + value + ")='integer'";
      case TEXT ->
          binary
              + "<x''"
              + (column.affinity() == Affinity.TEXT ? "" : " AND " + binary + ">=''")
              + (nullable ? " AND " + binary + "<>" + NULL_LITERAL : "");
      case BLOB -> binary + ">=x''";
      case REAL -> realExactness(value, column);
    };
  }

  /** A column with REAL affinity holds no integers, and no negative zero. */
  private String realExactness(String value, ColumnSchema column) {
    String scaled =
        IntStream.range(0, scales.count())
            .mapToObj(index -> scales.isExact(value, index))
            .collect(Collectors.joining(" OR ", "(", ")"));
    if (column.affinity() == Affinity.REAL) {
      return scaled;
    }
    String real = "typeof(" + value + ")='real' AND " + value + "<>0 AND " + scaled;
    return integers ? "(typeof(" + value + ")='integer' OR " + real + ")" : real;
  }
}
