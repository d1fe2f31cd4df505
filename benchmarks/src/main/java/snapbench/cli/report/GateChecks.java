package snapbench.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.gate.Gate;
import snapbench.cli.terminal.ExitCode;
import snapbench.results.files.InvalidInputException;

/** What became of the conditions of {@code --fail-on}. */
public record GateChecks(List<Gate.Check> checks) {
  public GateChecks {
    checks = List.copyOf(checks);
  }

  /**
   * Checks gates.
   *
   * @param obstacle why there is no comparison; empty if there is one, or none is needed
   */
  static GateChecks of(List<Gate> gates, Gate.Measured measured, String obstacle)
      throws InvalidInputException {
    List<Gate.Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      if (gate.needsReference() && measured.comparison() == null) {
        checks.add(new Gate.Check(Gate.State.UNDECIDED, gate + ": " + obstacle));
      } else {
        checks.addAll(gate.check(measured));
      }
    }
    return new GateChecks(checks);
  }

  /** The same where it is too late to refuse a gate: one that is about nothing is undecided. */
  static GateChecks afterRun(List<Gate> gates, Gate.Measured measured, String obstacle) {
    List<Gate.Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      try {
        checks.addAll(of(List.of(gate), measured, obstacle).checks());
      } catch (InvalidInputException e) {
        checks.add(new Gate.Check(Gate.State.UNDECIDED, String.valueOf(e.getMessage())));
      }
    }
    return new GateChecks(checks);
  }

  /** Prints a line for each that was crossed or is undecided, and returns the exit code. */
  public int report(PrintStream err) {
    boolean crossed = false;
    for (Gate.Check check : checks) {
      switch (check.state()) {
        case CROSSED -> {
          crossed = true;
          err.println("snapbench: crossed: " + check.line());
        }
        case UNDECIDED -> err.println("snapbench: undecided: " + check.line());
        case KEPT -> {}
      }
    }
    return crossed ? ExitCode.GATE_CROSSED.number() : ExitCode.OK.number();
  }
}
