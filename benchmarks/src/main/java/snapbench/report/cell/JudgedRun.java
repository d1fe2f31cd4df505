package snapbench.report.cell;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.gate.Gate.Measured;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Cell;
import snapbench.model.Fork;
import snapbench.results.folder.Looks;
import snapbench.results.folder.Run;
import snapbench.results.folder.Runs;

/**
 * The runs of one machine with the verdicts on their cells, each formed once: what a report and the
 * series beside it are made of.
 */
public final class JudgedRun {
  private final Runs runs;
  private final Run merged;
  private final Looks looks;
  private final Thresholds thresholds;
  private final List<JudgedCell> cells;
  private final IdentityHashMap<Fork, JudgedFork> byFork = new IdentityHashMap<>();

  /**
   * Judges the runs of one machine.
   *
   * @param thresholds what growth is too small to matter
   */
  public JudgedRun(Runs runs, Thresholds thresholds) {
    this.runs = runs;
    this.merged = runs.merged();
    this.looks = Looks.of(merged.forks());
    this.thresholds = thresholds;
    this.cells =
        Cells.of(looks.counting()).parallelStream()
            .map(cell -> JudgedCell.of(cell, thresholds))
            .toList();
    for (JudgedCell cell : cells) {
      cell.judged().forks().forEach(fork -> byFork.put(fork.fork(), fork));
    }
  }

  /** The runs. */
  public List<Run> runs() {
    return runs.runs();
  }

  /** All of them as one. */
  public Run merged() {
    return merged;
  }

  /** The parameter that names the run of each fork; null if there is one run only. */
  public @Nullable String runParameter() {
    return runs.parameter();
  }

  /** What growth is too small to matter. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** A fork's series and verdicts; of one that does not count, by itself. */
  public JudgedFork of(Fork fork) {
    return byFork.computeIfAbsent(
        fork, each -> JudgedForks.of(List.of(each), thresholds).forks().get(0));
  }

  public Looks looks() {
    return looks;
  }

  /** What gates are about. */
  public Measured measured(@Nullable Comparison comparison) {
    return new Measured(
        merged.forks(),
        cells.stream().filter(each -> each.cell().isMeasured()).map(JudgedCell::judged).toList(),
        comparison);
  }

  public List<Cell> cells() {
    return cells.stream().map(JudgedCell::cell).toList();
  }

  /** The cells of which a process was observed; others are another project's. */
  public List<JudgedCell> observed() {
    return cells.stream().filter(cell -> cell.cell().isObserved()).toList();
  }

  /** The names of the runs. */
  public List<String> names() {
    return runs.names();
  }
}
