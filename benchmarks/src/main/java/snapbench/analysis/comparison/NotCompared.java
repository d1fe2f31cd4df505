package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.folder.Run;

/**
 * What could not be compared.
 *
 * @param what the cell
 * @param measure the measure; null if nothing of the cell could be
 * @param reason why
 * @param isRestCompared whether it is a part, without which the cell was compared
 */
public record NotCompared(
    String what, @Nullable Measure measure, String reason, boolean isRestCompared) {
  /** Whole, or one measure of it. */
  NotCompared(String what, @Nullable Measure measure, String reason) {
    this(what, measure, reason, false);
  }

  /**
   * What of a run was not measured, or of which JMH's result is missing, and why, each cell once;
   * and single forks without which the others were compared.
   *
   * @param where added to the reason, for instance " in the reference"; may be empty
   */
  static List<NotCompared> of(Run run, String where) {
    List<NotCompared> all = new ArrayList<>();
    Set<CellKey> compared =
        ComparedCell.of(run).stream().map(ComparedCell::key).collect(Collectors.toSet());
    for (Fork fork : run.forks()) {
      String what = fork.key().toString();
      if (fork.state() != State.MEASURED) {
        String reason = fork.state().name().toLowerCase(Locale.ROOT) + where + ": " + fork.reason();
        String look = fork.look().number() > 1 ? " of " + fork.look() : "";
        boolean isPart = compared.contains(fork.key());
        String ofPart = "fork %s%s %s; the others were compared";
        String why = isPart ? ofPart.formatted(fork.fork(), look, reason) : reason;
        all.add(new NotCompared(what, null, why, isPart));
      } else if (run.results().stream().noneMatch(result -> result.isOf(fork))) {
        all.add(new NotCompared(what, null, "JMH's result is missing" + where));
      }
    }
    return all.stream().distinct().toList();
  }

  /** Whether nothing is known where a measure is looked at. */
  public boolean isAbout(Measure other) {
    return !isRestCompared && (measure == null || measure == other);
  }

  /** One line. */
  @Override
  public String toString() {
    return what + (measure == null ? "" : ", " + measure.label()) + ": " + reason;
  }
}
