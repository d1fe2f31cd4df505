package snapbench.check;

import java.io.IOException;

/**
 * One conversation, with a testee that is started for it.
 *
 * @param name what it looks at, in a few words
 * @param clause the line of the contract
 * @param ofProgramsOnly whether it needs lines on stdin, which the JVM testee does not read
 * @param body the conversation
 */
record Check(String name, ContractRule clause, boolean ofProgramsOnly, Body body) {
  /** A conversation. */
  @FunctionalInterface
  interface Body {
    /**
     * Has it.
     *
     * @param checked a testee that is ready
     * @throws BrokenContractException if it did something else than the contract says
     * @throws IOException if it broke off; the message says how
     */
    void run(CheckedTestee checked) throws IOException, InterruptedException;
  }

  static Check ofAll(String name, ContractRule clause, Body body) {
    return new Check(name, clause, false, body);
  }

  static Check ofPrograms(String name, ContractRule clause, Body body) {
    return new Check(name, clause, true, body);
  }
}
