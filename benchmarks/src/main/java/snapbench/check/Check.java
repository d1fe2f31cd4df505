package snapbench.check;

import java.io.IOException;
import java.util.function.Function;

/**
 * One conversation, with a testee that is started for it.
 *
 * @param name what it looks at, in a few words
 * @param clause the line of the contract
 * @param ofProgramsOnly whether it needs lines on stdin, which the JVM testee does not read
 * @param body the conversation
 */
record Check(String name, ContractRule clause, boolean ofProgramsOnly, Body<CheckedTestee> body) {
  /** A conversation. */
  @FunctionalInterface
  interface Body<T> {
    /**
     * Has it.
     *
     * @param checks of a testee that is ready
     * @throws BrokenContractException if it did something else than the contract says
     * @throws IOException if it broke off; the message says how
     */
    void run(T checks) throws IOException, InterruptedException;
  }

  static <T> Check ofAll(
      String name, ContractRule clause, Function<CheckedTestee, T> checks, Body<T> body) {
    return new Check(name, clause, false, testee -> body.run(checks.apply(testee)));
  }

  static <T> Check ofPrograms(
      String name, ContractRule clause, Function<CheckedTestee, T> checks, Body<T> body) {
    return new Check(name, clause, true, testee -> body.run(checks.apply(testee)));
  }
}
