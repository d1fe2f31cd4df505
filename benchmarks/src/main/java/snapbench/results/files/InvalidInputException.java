package snapbench.results.files;

/**
 * What the user gave is wrong: an option, a value or a file. The message is one line that says
 * which, and what would be right; the exit code is 2.
 */
public final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public InvalidInputException(String message) {
    super(message);
  }

  /** With a message for the user, and what led to it. */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
