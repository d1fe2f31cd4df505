package snapbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /**
   * What was not measured at all, or of which JMH's result is missing, and why, each cell once.
   *
   * @param where added to the reason, for instance " in the reference"; may be empty
   */
  static List<NotCompared> of(Run run, String where) {
    List<NotCompared> all = new ArrayList<>();
    for (Cell cell : run.cells()) {
      String key = Contender.Key.of(cell).toString();
      if (cell.state() != State.MEASURED) {
        String state = cell.state().name().toLowerCase(Locale.ROOT);
        all.add(new NotCompared(key, null, state + where + ": " + cell.reason()));
      } else if (run.results().stream().noneMatch(result -> result.isOf(cell))) {
        all.add(new NotCompared(key, null, "JMH's result is missing" + where));
      }
    }
    return all.stream().distinct().toList();
  }
}
