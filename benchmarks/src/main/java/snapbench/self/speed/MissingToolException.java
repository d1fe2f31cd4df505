package snapbench.self.speed;

import java.io.IOException;

/** A program that is compared with is not installed; the message names its package. */
final class MissingToolException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With one line for the user. */
  MissingToolException(String message) {
    super(message);
  }
}
