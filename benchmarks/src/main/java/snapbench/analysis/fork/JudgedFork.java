package snapbench.analysis.fork;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;

/**
 * What a cell came to, all its forks together. Judging a long series takes its time, so it is done
 * once for all who show it.
 *
 * @param forks the forks, at least one
 * @param judgements on its resident set, descriptors and threads
 * @param cause whose the growth of its memory is
 */
public record JudgedFork(
    List<Fork> forks, Map<Quantity, ForkJudgement> judgements, ForkCause cause) {

  /** Copies the collections. */
  public JudgedFork {
    forks = List.copyOf(forks);
    judgements = Map.copyOf(judgements);
  }

  /** Judges a cell. */
  public static JudgedFork of(List<Fork> forks, Thresholds thresholds) {
    double alpha = ForkSeries.alpha(forks.get(0));
    Map<Quantity, ForkJudgement> judgements = new LinkedHashMap<>();
    for (Quantity quantity : ForkSeries.quantities()) {
      judgements.put(quantity, ForkJudgement.of(forks, quantity, thresholds, alpha));
    }
    return new JudgedFork(forks, judgements, ForkCause.of(forks, thresholds, alpha));
  }

  /** The judgement on a quantity of {@link ForkSeries#quantities()}. */
  public ForkJudgement judgement(Quantity quantity) {
    return Objects.requireNonNull(judgements.get(quantity), quantity.name());
  }

  /** The judgement on the resident set. */
  public ForkJudgement rss() {
    return judgement(Quantity.RSS);
  }

  /** Whether there is a series of a quantity, so that a verdict says something. */
  public boolean hasSeries(Quantity quantity) {
    return judgement(quantity).forks().stream().anyMatch(fork -> fork.points() > 1);
  }
}
