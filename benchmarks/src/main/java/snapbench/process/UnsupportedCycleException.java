package snapbench.process;

/** The driver cannot do what the parameters ask for; the message says why. */
public final class UnsupportedCycleException extends TesteeException {
  private static final long serialVersionUID = 1L;

  /** With the reason that the testee gave. */
  public UnsupportedCycleException(String reason) {
    super(reason);
  }
}
