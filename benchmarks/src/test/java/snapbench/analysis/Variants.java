package snapbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.Verdict;

/** Variants of a labelled series, and what they may be called. */
final class Variants {
  private static final int SEEDS = 10;
  private static final double NOISE = 0.002;

  /** Fewer points than this are not worth a verdict. */
  private static final int FEWEST_POINTS = 4;

  /** A rise of the original report's table, as a share of the value before: none is smaller. */
  private static final double RISE = 0.02;

  private Variants() {}

  /** Ten with normal noise and ten with uniform noise of 0.2 %: the same verdict. */
  static List<LabelledSeries> noisy(LabelledSeries labelled) {
    List<LabelledSeries> variants = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      Series normal = perturb(labelled.series(), random::nextGaussian);
      variants.add(labelled.vary("normal noise, seed " + seed, normal, Set.of()));
      Series uniform = perturb(labelled.series(), () -> 2 * random.nextDouble() - 1);
      variants.add(labelled.vary("uniform noise, seed " + seed, uniform, Set.of()));
    }
    return variants;
  }

  /** Every second row: the same verdict, or none. */
  static List<LabelledSeries> thinned(LabelledSeries labelled) {
    Set<Verdict> none = EnumSet.of(Verdict.INCONCLUSIVE);
    return List.of(
        labelled.vary("even rows", keep(labelled.series(), i -> i % 2 == 0), none),
        labelled.vary("odd rows", keep(labelled.series(), i -> i % 2 == 1), none));
  }

  /** Without its first rows: the same verdict, or none; a plateau without its rise is flat. */
  static List<LabelledSeries> cut(LabelledSeries labelled) {
    List<LabelledSeries> variants = new ArrayList<>();
    for (int first = 1; first <= labelled.series().size() - FEWEST_POINTS; first++) {
      Series rest = labelled.series().from(first);
      Set<Verdict> also = EnumSet.of(Verdict.INCONCLUSIVE);
      if (labelled.accepted().contains(Verdict.PLATEAU) && !rises(rest)) {
        also.add(Verdict.FLAT);
      }
      if (labelled.accepted().contains(Verdict.INCONCLUSIVE)) {
        // where a person hesitated too: by the design's words a plateau, once the cut has removed
        // the
        // long pause that growth had followed
        also.add(Verdict.PLATEAU);
      }
      variants.add(labelled.vary("first " + first + " rows cut off", rest, also));
    }
    return variants;
  }

  private static boolean rises(Series series) {
    double first = series.value(0);
    return Arrays.stream(series.values()).anyMatch(value -> value > first * (1 + RISE));
  }

  private static Series perturb(Series series, DoubleSupplier noise) {
    double[] values =
        Arrays.stream(series.values())
            .map(value -> value * (1 + NOISE * noise.getAsDouble()))
            .toArray();
    return Series.of(series.quantity(), series.cycles(), values);
  }

  private static Series keep(Series series, IntPredicate kept) {
    int[] rows = IntStream.range(0, series.size()).filter(kept).toArray();
    return Series.of(
        series.quantity(),
        Arrays.stream(rows).mapToDouble(series::cycle).toArray(),
        Arrays.stream(rows).mapToDouble(series::value).toArray());
  }
}
