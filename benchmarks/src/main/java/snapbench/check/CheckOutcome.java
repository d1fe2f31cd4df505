package snapbench.check;

/**
 * What became of a check.
 *
 * @param name of the check
 * @param state what became of it
 * @param detail what was expected and what came, or why it was not made; empty where it passed
 * @param clause the line of the contract
 */
public record CheckOutcome(String name, State state, String detail, String clause) {
  /** What may become of a check. */
  public enum State {
    /** All as the contract says. */
    PASSED,
    /** Something else. */
    FAILED,
    /** It could not be made. */
    SKIPPED
  }
}
