package snapbench.self.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;

/**
 * A series of a fork of a calibration that was judged, after so many of its cycles.
 *
 * @param kind what was measured, for instance {@code memory}
 * @param planted the truth
 * @param cycles how many cycles the judge was shown
 * @param judgement what the judge said
 */
public record Trial(String kind, PlantedLeak planted, int cycles, Judgement judgement) {
  /** Checks that it is named. */
  public Trial {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(planted, "planted");
    Objects.requireNonNull(judgement, "judgement");
  }

  /**
   * Judges a fork blind: the judge gets a series and its circumstances, and nothing of what was
   * planted; the truth is put beside what it says afterwards.
   *
   * @param cell the fork
   * @param kind what was measured
   * @param planted the truth
   * @param cycles numbers of cycles after which to judge; those that the fork did not reach are
   *     left out
   */
  public static List<Trial> of(Fork cell, String kind, PlantedLeak planted, List<Integer> cycles) {
    SeriesContext circumstances =
        ForkSeries.context(cell, Thresholds.STANDARD, SeriesContext.ALPHA);
    List<Trial> trials = new ArrayList<>();
    for (Quantity quantity : ForkSeries.quantities()) {
      Series series = ForkSeries.of(cell, quantity);
      for (int shown : cycles) {
        if (shown <= cell.cycles().size()) {
          Series first = series.between(0, series.indexOf(shown + 0.5));
          trials.add(new Trial(kind, planted, shown, Judge.judge(first, circumstances)));
        }
      }
    }
    return trials;
  }
}
