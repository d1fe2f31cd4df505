package snapbench.run.plan;

/** A run could not go on, though its command line is right; the exit code is 1. */
public final class RunFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With one line for the user. */
  public RunFailedException(String message) {
    super(message);
  }
}
