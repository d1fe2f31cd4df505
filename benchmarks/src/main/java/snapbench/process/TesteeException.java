package snapbench.process;

import java.io.IOException;

/** The testee ended, did not answer, or answered that a cycle failed. The message says it all. */
public class TesteeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** With the whole story. */
  public TesteeException(String message) {
    this(message, message);
  }

  /**
   * With the whole story in several lines.
   *
   * @param sentence the same in one
   */
  TesteeException(String message, String sentence) {
    super(message);
    this.sentence = sentence.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** What happened and, where the testee said something, what it said last, in one line. */
  public String sentence() {
    return sentence;
  }
}
