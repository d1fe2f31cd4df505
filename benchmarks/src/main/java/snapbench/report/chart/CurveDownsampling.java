package snapbench.report.chart;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fewer points where a chart would have more than a browser draws at ease. Points that are kept are
 * as they were measured: nothing is averaged.
 */
final class CurveDownsampling {
  /** What is stated in a chart whose lines were reduced. */
  static final String OF_LINES =
      " Of long lines the lowest and the highest reading of each of equally long stretches are"
          + " drawn; series.csv has every one.";

  /** What is stated in a chart whose rows of values were reduced. */
  static final String OF_VALUES =
      " Of many values the lowest, the highest and evenly spaced ones in the order of size are"
          + " drawn.";

  /** Most points of a chart. */
  static final int MOST_POINTS = 3000;

  private static final int FEWEST_EACH = 20;

  private CurveDownsampling() {}

  /** How many points each line or row of a chart may have. */
  static int share(int lines) {
    return Math.max(FEWEST_EACH, MOST_POINTS / Math.max(1, lines));
  }

  /**
   * The points of a line to draw: all of them if they are no more than that; otherwise the first,
   * the last, and the lowest and highest of each of equally long stretches between.
   *
   * @param values the line's values
   * @param most how many may be drawn, at least 4
   * @return their indices, ascending
   */
  static int[] ofLine(double[] values, int most) {
    int length = values.length;
    if (length <= most) {
      return IntStream.range(0, length).toArray();
    }
    BitSet kept = new BitSet(length);
    kept.set(0);
    kept.set(length - 1);
    int stretches = (most - 2) / 2;
    for (int i = 0; i < stretches; i++) {
      int from = 1 + (int) ((long) i * (length - 2) / stretches);
      int to = 1 + (int) ((long) (i + 1) * (length - 2) / stretches);
      keepExtremes(kept, values, from, to);
    }
    return kept.stream().toArray();
  }

  private static void keepExtremes(BitSet kept, double[] values, int from, int to) {
    int lowest = from;
    int highest = from;
    for (int i = from; i < to; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
      highest = values[i] > values[highest] ? i : highest;
    }
    kept.set(lowest);
    kept.set(highest);
  }

  /** Of things in the order of size, all or so many: both ends and evenly spaced ones between. */
  static <T> List<T> ofSorted(List<T> sorted, int most) {
    int length = sorted.size();
    return length <= most
        ? sorted
        : IntStream.range(0, most)
            .mapToObj(i -> sorted.get((int) ((long) i * (length - 1) / (most - 1))))
            .toList();
  }
}
