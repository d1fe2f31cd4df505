package snapbench.testee.dump.scan;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What was seen of a column's values so far. */
final class ColumnProfile {
  private final Set<ValueType> types = EnumSet.noneOf(ValueType.class);
  private int greatestExponent = Double.MIN_EXPONENT;
  private int leastExponent = Double.MAX_EXPONENT;

  void see(ValueType type) {
    types.add(type);
  }

  void seeReal(double value) {
    types.add(ValueType.REAL);
    if (value != 0) {
      greatestExponent = Math.max(greatestExponent, Math.getExponent(value));
      leastExponent = Math.min(leastExponent, Math.getExponent(value));
    }
  }

  boolean has(ValueType type) {
    return types.contains(type);
  }

  /** Binary exponent of the greatest real. */
  int greatestExponent() {
    return greatestExponent;
  }

  /** How many binary orders of magnitude the reals but 0 extend over; at least 0. */
  int exponentRange() {
    return Math.max(0, greatestExponent - leastExponent);
  }

  /**
   * The only type besides NULL; REAL also where there are integers among reals; nothing if there
   * were others together. Where all are NULL, text.
   */
  Optional<ValueType> onlyType() {
    Set<ValueType> others = EnumSet.copyOf(types);
    others.remove(ValueType.NULL);
    if (others.contains(ValueType.REAL)) {
      others.remove(ValueType.INTEGER);
    }
    return switch (others.size()) {
      case 0 -> Optional.of(ValueType.TEXT);
      case 1 -> Optional.of(others.iterator().next());
      default -> Optional.empty();
    };
  }
}
