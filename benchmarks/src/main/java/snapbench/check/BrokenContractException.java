package snapbench.check;

import java.util.Objects;

/** A testee did something else than the contract says. */
final class BrokenContractException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what was expected and what came. */
  BrokenContractException(String expected, Object came) {
    super("expected %s; came: %s".formatted(expected, came));
  }

  /** Compares. */
  static void requireEqual(String what, Object expected, Object came)
      throws BrokenContractException {
    if (!Objects.equals(expected, came)) {
      throw new BrokenContractException(what + " " + expected, came);
    }
  }

  /** Demands. */
  static void require(String expected, boolean condition, Object came)
      throws BrokenContractException {
    if (!condition) {
      throw new BrokenContractException(expected, came);
    }
  }
}
