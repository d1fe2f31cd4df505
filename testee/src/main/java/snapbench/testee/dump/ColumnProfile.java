package snapbench.testee.dump;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What was seen of a column's values so far. */
final class ColumnProfile {
  private final Set<ValueType> types = EnumSet.noneOf(ValueType.class);
  private int greatestExponent = Double.MIN_EXPONENT;

  void see(ValueType type) {
    types.add(type);
  }

  void seeReal(double value) {
    types.add(ValueType.REAL);
    greatestExponent = Math.max(greatestExponent, Math.getExponent(value));
  }

  boolean hasNulls() {
    return types.contains(ValueType.NULL);
  }

  /** Binary exponent of the greatest real. */
  int greatestExponent() {
    return greatestExponent;
  }

  /** The only type besides NULL; nothing if there were several. Where all are NULL, text. */
  Optional<ValueType> onlyType() {
    Set<ValueType> others = EnumSet.copyOf(types);
    others.remove(ValueType.NULL);
    return switch (others.size()) {
      case 0 -> Optional.of(ValueType.TEXT);
      case 1 -> Optional.of(others.iterator().next());
      default -> Optional.empty();
    };
  }
}
