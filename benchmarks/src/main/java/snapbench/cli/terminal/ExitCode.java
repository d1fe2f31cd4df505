package snapbench.cli.terminal;

import snapbench.run.loop.Interruption;

/** What the process says by its exit code. */
public enum ExitCode {
  /** All was measured; what a driver cannot do is listed as unsupported. */
  OK(0, "all measured"),
  /** Something failed while measuring. */
  FAILED(1, "something failed while measuring"),
  /** Nothing was begun. */
  INVALID_INPUT(2, "the command line or an input file is wrong"),
  /** A condition given on the command line came true. */
  GATE_CROSSED(3, "a gate was crossed"),
  /** The process was told to end, and what was measured is saved. */
  INTERRUPTED(Interruption.EXIT_CODE, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What the system is told. */
  public int number() {
    return number;
  }

  /** What it means, in a few words. */
  public String meaning() {
    return meaning;
  }
}
