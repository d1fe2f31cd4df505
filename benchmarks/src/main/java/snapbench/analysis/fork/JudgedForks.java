package snapbench.analysis.fork;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;

/**
 * The forks of a cell and what they came to together, worked out when it is first asked for and
 * kept: gates, warnings, tables and charts of a cell are all made of this.
 */
public final class JudgedForks {
  private final List<JudgedFork> forks;
  private final Map<Quantity, CellJudgement> judgements = new ConcurrentHashMap<>();
  private @Nullable CellCause cause;

  private JudgedForks(List<JudgedFork> forks) {
    this.forks = List.copyOf(forks);
  }

  /**
   * With the forks of a cell, at the level of its look.
   *
   * @param forks at least one
   * @param thresholds what growth is too small to matter
   */
  public static JudgedForks of(List<Fork> forks, Thresholds thresholds) {
    return of(forks, thresholds, ForkSeries.alpha(forks.get(0)));
  }

  /**
   * With the forks of a cell.
   *
   * @param forks at least one
   * @param thresholds what growth is too small to matter
   * @param alpha one minus the confidence of the intervals
   */
  public static JudgedForks of(List<Fork> forks, Thresholds thresholds, double alpha) {
    return new JudgedForks(
        forks.stream().map(fork -> new JudgedFork(fork, thresholds, alpha)).toList());
  }

  /** Each fork. */
  public List<JudgedFork> forks() {
    return forks;
  }

  /** The judgement on a quantity of {@link ForkSeries#quantities()}. */
  public CellJudgement judgement(Quantity quantity) {
    return judgements.computeIfAbsent(quantity, of -> CellJudgement.of(forks, of));
  }

  /** The judgement on the resident set. */
  public CellJudgement rss() {
    return judgement(Quantity.RSS);
  }

  /** Whose the growth of their memory is. */
  public synchronized CellCause cause() {
    if (cause == null) {
      cause = CellCause.of(forks);
    }
    return cause;
  }

  /** Whether there is a series of a quantity, so that a verdict says something. */
  public boolean hasSeries(Quantity quantity) {
    return forks.stream().anyMatch(fork -> fork.series(quantity).size() > 1);
  }
}
