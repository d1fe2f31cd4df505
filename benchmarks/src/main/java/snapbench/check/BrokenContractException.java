package snapbench.check;

import java.io.IOException;
import java.util.Objects;

/** A testee did something else than the contract says. Breaking off is one way, too. */
final class BrokenContractException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With what was expected and what came. */
  BrokenContractException(String expected, Object came) {
    super("expected %s; came: %s".formatted(expected, came));
  }

  static void requireEqual(String what, Object expected, Object came)
      throws BrokenContractException {
    if (!Objects.equals(expected, came)) {
      throw new BrokenContractException(what + " " + expected, came);
    }
  }

  static void require(String expected, boolean condition, Object came)
      throws BrokenContractException {
    if (!condition) {
      throw new BrokenContractException(expected, came);
    }
  }
}
