package snapbench.process;

/** A testee refused its command line or its database. The message is its own, one line. */
public final class TesteeRefusalException extends TesteeException {
  private static final long serialVersionUID = 1L;

  TesteeRefusalException(String message) {
    super(message);
  }
}
