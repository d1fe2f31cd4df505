package snapbench.report.cell;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.JudgedFork;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.results.folder.Looks;
import snapbench.results.folder.Run;
import snapbench.results.folder.Runs;

/**
 * The runs of one machine with the verdicts on their variants, each formed once: what a report and
 * the series beside it are made of.
 */
public final class JudgedRun {
  private final Runs runs;
  private final Run merged;
  private final Looks looks;
  private final Thresholds thresholds;
  private final List<JudgedCell> variants;
  private final IdentityHashMap<Fork, JudgedFork> byFork = new IdentityHashMap<>();

  private JudgedRun(Runs runs, Thresholds thresholds) {
    this.runs = runs;
    this.merged = runs.merged();
    this.looks = Looks.of(merged.cells());
    this.thresholds = thresholds;
    this.variants =
        Cells.of(looks.counting()).parallelStream()
            .map(variant -> JudgedCell.of(variant, thresholds))
            .toList();
    for (JudgedCell variant : variants) {
      variant.judged().forks().forEach(fork -> byFork.put(fork, variant.judged()));
    }
  }

  /**
   * Judges the runs of one machine.
   *
   * @param runs the runs
   * @param thresholds what growth is too small to matter
   */
  public static JudgedRun of(Runs runs, Thresholds thresholds) {
    return new JudgedRun(runs, thresholds);
  }

  /** The runs. */
  public List<Run> runs() {
    return runs.runs();
  }

  /** All of them as one. */
  public Run merged() {
    return merged;
  }

  /** The parameter that names the run of each cell; null if there is one run only. */
  public @Nullable String runParameter() {
    return runs.parameter();
  }

  /** What growth is too small to matter. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** The verdicts on the cell that a fork is of; null if that fork does not count. */
  public @Nullable JudgedFork of(Fork fork) {
    return byFork.get(fork);
  }

  public Looks looks() {
    return looks;
  }

  List<JudgedCell> judged() {
    return variants;
  }

  public List<Cell> variants() {
    return variants.stream().map(JudgedCell::variant).toList();
  }

  /** The variants of which a process was observed; others are another project's. */
  public List<JudgedCell> observed() {
    return variants.stream().filter(variant -> variant.variant().isObserved()).toList();
  }

  /** The names of the runs. */
  public List<String> names() {
    return runs.names();
  }
}
