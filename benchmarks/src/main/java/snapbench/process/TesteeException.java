package snapbench.process;

import java.io.IOException;

/** The testee ended, did not answer, or answered that a cycle failed. The message says it all. */
public class TesteeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** With the whole story, the tail of the testee's output included. */
  public TesteeException(String message) {
    super(message);
  }
}
