package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.analysis.stats.Holm;
import snapbench.analysis.stats.Medians;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.ScoreUnit;

/**
 * All pairs, compared: speed, which is the question asked, and what else was measured, which is
 * there to explore and not corrected for the number of questions.
 *
 * @param criteria when a difference counts
 * @param speed one for each pair whose speed can be compared, p-values corrected (Holm)
 * @param exploratory the other measures of each pair
 * @param cycles of each pair, the number of cycles after which memory was compared; NaN if unknown
 * @param notCompared what could not be compared, and why
 */
public record Comparison(
    Criteria criteria,
    List<MeasureComparison> speed,
    List<MeasureComparison> exploratory,
    Map<Pair, Double> cycles,
    List<NotCompared> notCompared) {

  public Comparison {
    speed = List.copyOf(speed);
    exploratory = List.copyOf(exploratory);
    cycles = Map.copyOf(cycles);
    notCompared = List.copyOf(notCompared);
  }

  /** Compares all pairs. */
  public static Comparison of(Pairing pairing, Criteria criteria) {
    List<MeasureComparison> speed = new ArrayList<>();
    List<MeasureComparison> exploratory = new ArrayList<>();
    Map<Pair, Double> cycles = new LinkedHashMap<>();
    List<NotCompared> notCompared = new ArrayList<>(pairing.unmatched());
    for (Pair pair : pairing.pairs()) {
      double common = ForkValues.commonCycles(pair);
      cycles.put(pair, common);
      for (Measure measure : Measure.values()) {
        if (measure == Measure.PSS && !pair.countsAgain()) {
          continue;
        }
        String unit = pair.reference().result().primaryMetric().scoreUnit();
        ForkValues references = new ForkValues(pair.reference(), common, unit);
        ForkValues candidates = new ForkValues(pair.candidate(), common, unit);
        double[] reference = references.of(measure);
        double[] candidate = candidates.of(measure);
        String obstacle = obstacle(pair, measure, reference, candidate);
        if (obstacle.isEmpty() && reference.length > 0) {
          obstacle = String.join("; ", JmhDifferences.ofWork(pair, pairing.parameter()));
        }
        if (!obstacle.isEmpty()) {
          notCompared.add(new NotCompared(pair.candidate().key().toString(), measure, obstacle));
        } else if (reference.length > 0) {
          List<MeasureComparison> kind = measure == Measure.THROUGHPUT ? speed : exploratory;
          kind.add(compare(pair, measure, references, candidates, criteria));
        }
      }
    }
    return new Comparison(criteria, corrected(speed, criteria), exploratory, cycles, notCompared);
  }

  /** In pairs where measured in turns: then of the rounds in which both sides have a value. */
  private static MeasureComparison compare(
      Pair pair, Measure measure, ForkValues references, ForkValues candidates, Criteria criteria) {
    boolean inPairs =
        pair.inTurns() && references.areNumbered(measure) && candidates.areNumbered(measure);
    double[] reference = references.of(measure);
    double[] candidate = candidates.of(measure);
    if (inPairs) {
      NavigableMap<Integer, Double> from = references.byFork(measure);
      NavigableMap<Integer, Double> to = candidates.byFork(measure);
      from.keySet().retainAll(to.keySet());
      to.keySet().retainAll(from.keySet());
      reference = from.values().stream().mapToDouble(each -> each).toArray();
      candidate = to.values().stream().mapToDouble(each -> each).toArray();
    }
    RatioEstimate estimate =
        inPairs
            ? RatioEstimate.ofPairs(reference, candidate, criteria.alpha())
            : RatioEstimate.of(reference, candidate, criteria.alpha());
    return new MeasureComparison(
            pair,
            measure,
            measure == Measure.THROUGHPUT ? references.scoreUnit() : measure.unit(),
            Medians.of(reference),
            Medians.of(candidate),
            reference.length,
            candidate.length,
            estimate,
            estimate.pValue(),
            Outcome.INCONCLUSIVE)
        .decided(estimate.pValue(), criteria);
  }

  /** Why values cannot be compared; empty if they can, or if neither side has any to explore. */
  private static String obstacle(
      Pair pair, Measure measure, double[] reference, double[] candidate) {
    JmhResult.Metric from = pair.reference().result().primaryMetric();
    JmhResult.Metric to = pair.candidate().result().primaryMetric();
    if (measure == Measure.THROUGHPUT
        && Double.isNaN(ScoreUnit.factor(from.scoreUnit(), to.scoreUnit()))) {
      return "scores are in " + from.scoreUnit() + " and in " + to.scoreUnit();
    }
    if (reference.length == 0 && candidate.length == 0) {
      return measure == Measure.THROUGHPUT ? "there are no raw values" : "";
    }
    if (reference.length == 0 || candidate.length == 0) {
      return "only the " + (reference.length == 0 ? "candidate" : "reference") + " has values";
    }
    return isPositive(reference) && isPositive(candidate)
        ? ""
        : "not all values are positive and finite, so there is no ratio";
  }

  private static boolean isPositive(double[] values) {
    return Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value));
  }

  private static List<MeasureComparison> corrected(
      List<MeasureComparison> comparisons, Criteria criteria) {
    double[] corrected =
        Holm.correct(comparisons.stream().mapToDouble(MeasureComparison::pValue).toArray());
    return IntStream.range(0, corrected.length)
        .mapToObj(i -> comparisons.get(i).decided(corrected[i], criteria))
        .toList();
  }

  /** All comparisons, speed first. */
  public List<MeasureComparison> all() {
    return Stream.concat(speed.stream(), exploratory.stream()).toList();
  }
}
