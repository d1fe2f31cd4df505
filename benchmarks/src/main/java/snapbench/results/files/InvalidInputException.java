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

  /**
   * Checks that a number is above 0 and below 1.
   *
   * @param option its name
   * @throws InvalidInputException naming it, where it is not
   */
  public static void checkShare(String option, double value) throws InvalidInputException {
    if (!(value > 0 && value < 1)) {
      throw new InvalidInputException(
          option + " " + value + " is not possible; choose a number above 0 and below 1");
    }
  }
}
