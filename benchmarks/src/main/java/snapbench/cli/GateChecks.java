package snapbench.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.Comparison;
import snapbench.analysis.Gate;
import snapbench.results.InvalidInputException;

/** What became of the conditions of {@code --fail-on}. */
record GateChecks(List<Gate.Check> checks) {
  GateChecks {
    checks = List.copyOf(checks);
  }

  static GateChecks of(List<Gate> gates, Comparison comparison) throws InvalidInputException {
    List<Gate.Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      checks.addAll(gate.check(comparison));
    }
    return new GateChecks(checks);
  }

  /** Where there is nothing to check them at. */
  static GateChecks undecided(List<Gate> gates, String reason) {
    return new GateChecks(
        gates.stream()
            .map(gate -> new Gate.Check(Gate.State.UNDECIDED, gate + ": " + reason))
            .toList());
  }

  /** Prints a line for each that was crossed or is undecided, and returns the exit code. */
  int report(PrintStream err) {
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
    return crossed ? Main.GATE_CROSSED : Main.OK;
  }
}
