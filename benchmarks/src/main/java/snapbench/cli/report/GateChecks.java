package snapbench.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import snapbench.analysis.gate.Gate;
import snapbench.cli.terminal.ExitCode;
import snapbench.cli.terminal.Streams;
import snapbench.results.files.InvalidInputException;

/** What became of the conditions of {@code --fail-on}. */
public record GateChecks(List<Gate.Check> checks) {
  public GateChecks {
    checks = List.copyOf(checks);
  }

  /** Checks gates; those that need one have a comparison. */
  static GateChecks of(List<Gate> gates, Gate.Measured measured) throws InvalidInputException {
    List<Gate.Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      checks.addAll(gate.check(measured));
    }
    return new GateChecks(checks);
  }

  /**
   * The same where it is too late to refuse a gate: one that is about nothing is undecided.
   *
   * @param obstacle why there is no comparison; empty if there is one, or none is needed
   */
  static GateChecks afterRun(List<Gate> gates, Gate.Measured measured, String obstacle) {
    List<Gate.Check> checks = new ArrayList<>();
    for (Gate gate : gates) {
      boolean lacksReference = gate.needsReference() && measured.comparison() == null;
      try {
        checks.addAll(lacksReference ? undecided(gate + ": " + obstacle) : gate.check(measured));
      } catch (InvalidInputException e) {
        checks.addAll(undecided(String.valueOf(e.getMessage())));
      }
    }
    return new GateChecks(checks);
  }

  private static List<Gate.Check> undecided(String line) {
    return List.of(new Gate.Check(Gate.State.UNDECIDED, line));
  }

  /** Prints a line for each that was crossed or is undecided, and returns the exit code. */
  public int report(Streams streams) {
    ExitCode code = ExitCode.OK;
    for (Gate.Check check : checks) {
      if (check.state() != Gate.State.KEPT) {
        streams.say(check.state().name().toLowerCase(Locale.ROOT) + ": " + check.line());
      }
      code = check.state() == Gate.State.CROSSED ? ExitCode.GATE_CROSSED : code;
    }
    return code.number();
  }
}
