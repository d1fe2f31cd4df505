package snapbench.report;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.JudgedCell;
import snapbench.analysis.Thresholds;
import snapbench.results.Cell;
import snapbench.results.Looks;
import snapbench.results.Run;
import snapbench.results.Runs;

/**
 * The runs of one machine with the verdicts on their variants, each formed once: what a report and
 * the series beside it are made of.
 */
public final class JudgedRun {
  private final Runs runs;
  private final Run merged;
  private final Looks looks;
  private final Thresholds thresholds;
  private final List<JudgedVariant> variants;
  private final IdentityHashMap<Cell, JudgedCell> byFork = new IdentityHashMap<>();

  private JudgedRun(Runs runs, Thresholds thresholds) {
    this.runs = runs;
    this.merged = runs.merged();
    this.looks = Looks.of(merged.cells());
    this.thresholds = thresholds;
    this.variants =
        Variants.of(looks.counting()).parallelStream()
            .map(variant -> JudgedVariant.of(variant, thresholds))
            .toList();
    for (JudgedVariant variant : variants) {
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
  public @Nullable JudgedCell of(Cell fork) {
    return byFork.get(fork);
  }

  Looks looks() {
    return looks;
  }

  List<JudgedVariant> judged() {
    return variants;
  }

  List<Variant> variants() {
    return variants.stream().map(JudgedVariant::variant).toList();
  }

  /** The variants of which a process was observed; others are another project's. */
  List<JudgedVariant> observed() {
    return variants.stream().filter(variant -> variant.variant().isObserved()).toList();
  }

  /** The names of the runs. */
  public List<String> names() {
    return runs.names();
  }
}
