package snapbench.check;

import java.io.IOException;

/** Starts the testee that is checked, anew for each conversation. */
interface Starter {
  /**
   * Starts it and waits until it is ready.
   *
   * @throws IOException if it does not become ready; the message says why
   */
  CheckedTestee start() throws IOException, InterruptedException;

  /** Whether it is talked to by lines on stdin and stdout. */
  boolean isProgram();
}
