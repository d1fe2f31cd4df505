package snapbench.self.chaos.fault;

/** What can be wrong with an answer. */
public enum Fault {
  /** One that DESIGN.md does not have for what happened. */
  EXIT_CODE("wrong exit code"),
  /** A line of a stack trace. */
  FRAMES("frames shown"),
  /** An exception left the command line. */
  ESCAPED("exception escaped"),
  /** It refused the input in no line, or in several. */
  LINES("not one line"),
  /** It did not end. */
  UNBOUNDED("unbounded"),
  /** A process; files where nobody looks for them, or of a command that refused. */
  LEFT_OVER("left over"),
  /** A figure that is not true, or one that is missing without a word. */
  FIGURES("wrong figures");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** As a heading. */
  public String words() {
    return words;
  }
}
