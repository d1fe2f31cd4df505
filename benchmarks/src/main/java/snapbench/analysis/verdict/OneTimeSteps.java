package snapbench.analysis.verdict;

import java.util.Arrays;
import snapbench.analysis.stats.Medians;

/**
 * Takes rare steps out of a series, so that steady growth beside them shows: the memory that a JVM
 * takes for compiling one large method is as much as many cycles of a leak.
 *
 * <p>A step up is taken out where it is far beyond the usual difference between neighbours (by the
 * median absolute deviation) and there are few of them; a step down only as far as it gives back
 * what such a step had added. So a staircase keeps its steps, and a garbage collector's teeth their
 * flanks.
 */
final class OneTimeSteps {
  private static final double FAR = 8;
  private static final double MOST_SHARE = 1.0 / 8;

  private OneTimeSteps() {}

  /**
   * The series without its rare steps; itself where it has none.
   *
   * @param least a step that is smaller than this is none, in the unit of the series
   * @param most if there are more steps up than this, they are not rare
   * @param drops whether to take as many steps down out too, whatever they give back
   */
  static Series removed(Series series, double least, int most, boolean drops) {
    int count = series.size() - 1;
    if (count < Judge.FEWEST_POINTS) {
      return series;
    }
    double[] differences = series.differences();
    double usual = Medians.of(differences);
    double far = Math.max(FAR * Medians.spread(differences), least);
    double rare = Math.min(most, MOST_SHARE * count);
    long up = Arrays.stream(differences).filter(each -> each - usual > far).count();
    long down = Arrays.stream(differences).filter(each -> usual - each > far).count();
    if (up > rare || (up == 0 && (!drops || down == 0))) {
      return series;
    }
    return without(series, differences, usual, far, drops && down <= rare);
  }

  private static Series without(
      Series series, double[] differences, double usual, double far, boolean drops) {
    double[] values = series.values();
    double added = 0;
    double level = values[0];
    for (int i = 0; i < differences.length; i++) {
      double difference = differences[i];
      if (difference - usual > far) {
        added += difference - usual;
        difference = usual;
      } else if (usual - difference > far && (drops || added > 0)) {
        double back = drops ? usual - difference : Math.min(added, usual - difference);
        added -= back;
        difference += back;
      }
      level += difference;
      values[i + 1] = level;
    }
    return Series.of(series.quantity(), series.cycles(), values);
  }
}
