package snapbench.analysis.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects p-values for the number of questions asked at once, so that the chance of even one false
 * alarm among them stays below the level: S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6 (1979), 65–70.
 */
public final class Holm {
  private Holm() {}

  /** The corrected values, in the order of the given ones; NaN stays NaN and counts for nothing. */
  public static double[] correct(double... pValues) {
    double[] corrected = pValues.clone();
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double highest = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int index = ascending.get(rank);
      highest = Math.max(highest, Math.min(1, (ascending.size() - rank) * pValues[index]));
      corrected[index] = highest;
    }
    return corrected;
  }
}
