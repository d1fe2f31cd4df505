package snapbench.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import snapbench.results.Cell;

/**
 * What a cell came to, all its forks together. Judging a long series takes its time, so it is done
 * once for all who show it.
 *
 * @param forks the forks, at least one
 * @param judgements on its resident set, descriptors and threads
 * @param cause whose the growth of its memory is
 */
public record JudgedCell(
    List<Cell> forks, Map<Quantity, CellJudgement> judgements, CellCause cause) {

  /** Copies the collections. */
  public JudgedCell {
    forks = List.copyOf(forks);
    judgements = Map.copyOf(judgements);
  }

  /** Judges a cell. */
  public static JudgedCell of(List<Cell> forks, Thresholds thresholds) {
    double alpha = CellSeries.alpha(forks.get(0));
    Map<Quantity, CellJudgement> judgements = new LinkedHashMap<>();
    for (Quantity quantity : CellSeries.quantities()) {
      judgements.put(quantity, CellJudgement.of(forks, quantity, thresholds, alpha));
    }
    return new JudgedCell(forks, judgements, CellCause.of(forks, thresholds, alpha));
  }

  /** The judgement on a quantity of {@link CellSeries#quantities()}. */
  public CellJudgement judgement(Quantity quantity) {
    return Objects.requireNonNull(judgements.get(quantity), quantity.name());
  }

  /** The judgement on the resident set. */
  public CellJudgement rss() {
    return judgement(Quantity.RSS);
  }

  /** Whether there is a series of a quantity, so that a verdict says something. */
  public boolean hasSeries(Quantity quantity) {
    return judgement(quantity).forks().stream().anyMatch(fork -> fork.points() > 1);
  }
}
