package snapbench.analysis;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import snapbench.results.Cell;
import snapbench.results.Cell.State;
import snapbench.results.Run;

/** What a run was to measure and did not. */
final class Unmeasured {
  private Unmeasured() {}

  /** Why a parameter's value was not measured, in brackets; empty where that is not on record. */
  static String why(Run run, String parameter, String value) {
    return run.cells().stream()
        .filter(cell -> value.equals(cell.params().get(parameter)))
        .map(cell -> " (" + cell.reason() + ")")
        .findFirst()
        .orElse("");
  }

  /** What was not measured at all, and why, each cell once. */
  static Set<String> lines(Run run) {
    Set<String> lines = new LinkedHashSet<>();
    for (Cell cell : run.cells()) {
      if (cell.state() != State.MEASURED) {
        String state = cell.state().name().toLowerCase(Locale.ROOT);
        lines.add(Contender.Key.of(cell) + ": " + state + ": " + cell.reason());
      }
    }
    return lines;
  }
}
