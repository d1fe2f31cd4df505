package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.folder.Run;

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
   * What was not measured, or of which JMH's result is missing, and why, each cell once; and single
   * forks without which the others were compared.
   *
   * @param where added to the reason, for instance " in the reference"; may be empty
   */
  static List<NotCompared> of(Run run, String where) {
    List<NotCompared> all = new ArrayList<>();
    Set<CellKey> compared =
        ComparedCell.of(run).stream().map(ComparedCell::key).collect(Collectors.toSet());
    for (Fork cell : run.cells()) {
      String key = cell.key().toString();
      if (cell.state() != State.MEASURED) {
        String reason = cell.state().name().toLowerCase(Locale.ROOT) + where + ": " + cell.reason();
        all.add(
            compared.contains(cell.key())
                ? new NotCompared(
                    key, null, fork(cell) + " " + reason + "; the others were compared", true)
                : new NotCompared(key, null, reason));
      } else if (run.results().stream().noneMatch(result -> result.isOf(cell))) {
        all.add(new NotCompared(key, null, "JMH's result is missing" + where));
      }
    }
    return all.stream().distinct().toList();
  }

  private static String fork(Fork cell) {
    return "fork " + cell.fork() + (cell.look().number() > 1 ? " of " + cell.look() : "");
  }
}
