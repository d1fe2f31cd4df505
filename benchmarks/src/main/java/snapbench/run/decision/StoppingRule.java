package snapbench.run.decision;

import java.util.List;
import snapbench.model.Fork;

/** Says whether what was measured of a cell is enough ({@code --until-decided}). */
@FunctionalInterface
public interface StoppingRule {
  /**
   * What a look comes to.
   *
   * @param isDecided whether the cell need not be looked at again
   * @param estimate the verdict and the estimate, without line breaks
   */
  record Answer(boolean isDecided, String estimate) {}

  /**
   * Judges one look at a cell.
   *
   * @param forks its forks, at least one, all measured
   * @param looks how many looks at the cell there can be, at least 1: they share the error rate
   */
  Answer decide(List<Fork> forks, int looks);
}
