package snapbench.control;

import java.io.IOException;

/**
 * A control cannot be built here. The message is one line that names it, says why, and what to
 * install.
 */
public final class ControlException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public ControlException(String message) {
    super(message);
  }
}
