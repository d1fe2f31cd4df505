package snapbench.driver;

import java.io.IOException;

/**
 * There is no such driver, or it must not be used. The message is one line that names it, says why,
 * and what would be right.
 */
public final class DriverException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public DriverException(String message) {
    super(message);
  }

  /** With a message for the user, and what led to it. */
  public DriverException(String message, Throwable cause) {
    super(message, cause);
  }
}
