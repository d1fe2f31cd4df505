package snapbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static snapbench.analysis.Runs.cell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.comparison.MeasureComparison;
import snapbench.analysis.comparison.Outcome;
import snapbench.analysis.comparison.Pairing;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.results.ForkBuilder;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/** Forks measured in turns: {@code --interleave}. */
class PairedForksTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final Map<String, Object> IN_TURNS = Map.of(Run.ORDER, Run.INTERLEAVED);

  /** A machine that becomes slower and slower. */
  private static final double[] DRIFTING = {12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5};

  private static double[] slower(double[] values) {
    return Arrays.stream(values).map(value -> value * 0.95).toArray();
  }

  private static Run run(Map<String, Object> environment, double[] reference, double[] candidate) {
    return run(
        environment,
        cell("thrpt", Map.of("driver", "1"), Map.of(), reference),
        cell("thrpt", Map.of("driver", "2"), Map.of(), candidate));
  }

  private static Run run(
      Map<String, Object> environment, Runs.Measured reference, Runs.Measured candidate) {
    return Runs.run("a", environment, reference, candidate);
  }

  private static Comparison compare(Run run) throws InvalidInputException {
    return Comparison.of(Pairing.within(run, "driver=1"), Criteria.STANDARD);
  }

  private static MeasureComparison speed(Run run) throws InvalidInputException {
    return compare(run).speed().get(0);
  }

  @Test
  void areComparedWithinEachRound() throws Exception {
    MeasureComparison inTurns = speed(run(IN_TURNS, DRIFTING, slower(DRIFTING)));
    assertThat(inTurns.outcome()).isEqualTo(Outcome.WORSE);
    assertThat(inTurns.estimate().ratio()).isEqualTo(0.95, ROUNDING);
    assertThat(inTurns.pValue()).isLessThan(0.01);
    Run oneByOne = run(Map.of(Run.ORDER, "one by one"), DRIFTING, slower(DRIFTING));
    assertThat(speed(oneByOne).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(speed(run(Map.of(), DRIFTING, slower(DRIFTING))).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  /** A fork that failed takes the other side's fork of its round along. */
  @Test
  void aRoundCountsWhereBothSidesHaveAFork() throws Exception {
    double[] candidate = slower(DRIFTING);
    candidate[2] = 1000;
    MeasureComparison paired =
        speed(
            run(
                IN_TURNS,
                withoutThird(DRIFTING),
                cell("thrpt", Map.of("driver", "2"), Map.of(), candidate)));
    assertThat(paired.referenceForks()).isEqualTo(9);
    assertThat(paired.candidateForks()).isEqualTo(9);
    assertThat(paired.estimate().pairs()).isTrue();
    assertThat(paired.estimate().ratio()).isEqualTo(0.95, ROUNDING);
    assertThat(paired.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  /** A reference whose third fork failed: JMH has nine rows, of forks 1, 2 and 4 to 10. */
  private static Runs.Measured withoutThird(double[] scores) {
    double[] rest = new double[scores.length - 1];
    System.arraycopy(scores, 0, rest, 0, 2);
    System.arraycopy(scores, 3, rest, 2, rest.length - 2);
    JmhResult result = cell("thrpt", Map.of("driver", "1"), Map.of(), rest).result();
    List<Fork> forks =
        cell("thrpt", Map.of("driver", "1"), Map.of(), scores).cells().stream()
            .filter(cell -> cell.fork() != 3)
            .toList();
    return new Runs.Measured(result, forks);
  }

  /** What helps one side at the cost of the other is no difference. */
  @Test
  void sayNothingWhereOneSideFallsAsTheOtherRises() throws Exception {
    double[] rising = {7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 11.5, 12};
    MeasureComparison speed = speed(run(IN_TURNS, DRIFTING, rising));
    assertThat(speed.estimate().pairs()).isTrue();
    assertThat(speed.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  /** In sample mode JMH keeps no values of forks, but memory is read in each. */
  @Test
  void arePairsOfMemoryAlsoWithoutScores() throws Exception {
    Run run = run(IN_TURNS, sampled("1", 1), sampled("2", 0.95));
    MeasureComparison rss = compare(run).exploratory().get(0);
    assertThat(rss.measure()).isEqualTo(Measure.RSS);
    assertThat(rss.estimate().pairs()).isTrue();
    assertThat(rss.outcome()).isEqualTo(Outcome.BETTER);
  }

  private static Runs.Measured sampled(String driver, double factor) {
    Map<String, String> params = Map.of("driver", driver);
    List<Fork> forks =
        cell("sample", params, Map.of(), DRIFTING).cells().stream()
            .map(cell -> withMemory(cell, 1000 * factor * DRIFTING[cell.fork() - 1]))
            .toList();
    JmhResult.Metric none = new JmhResult.Metric(Double.NaN, Double.NaN, "s/op", List.of());
    return new Runs.Measured(
        new JmhResult("org.example.Bench.work", "sample", params, none, Map.of()), forks);
  }

  private static Fork withMemory(Fork cell, double kiB) {
    Map<String, Double> metrics = Map.of("process.cycles", 1.0, "process.rss", kiB);
    return ForkBuilder.like(cell).iterations(List.of(new Iteration(false, 1, metrics))).build();
  }

  /** In each of several runs that were all measured so; never a fork of one with one of another. */
  @Test
  void arePairsWithinEachOfSeveralRuns() throws Exception {
    Run first = run(IN_TURNS, DRIFTING, slower(DRIFTING));
    Run second = new Run(Path.of("b"), first.forks(), IN_TURNS, first.results());
    snapbench.results.folder.Runs runs =
        snapbench.results.folder.Runs.named(List.of(first, second));
    assertThat(pairs(runs, "driver=1")).containsExactly(true, true);
    assertThat(pairs(runs, "run=" + runs.names().get(0))).containsExactly(false, false);
    Run oneByOne = new Run(Path.of("b"), first.forks(), Map.of(), first.results());
    assertThat(pairs(snapbench.results.folder.Runs.named(List.of(first, oneByOne)), "driver=1"))
        .containsExactly(false, false);
  }

  private static List<Boolean> pairs(snapbench.results.folder.Runs runs, String reference)
      throws InvalidInputException {
    Pairing pairing = Pairing.within(runs.merged(), reference, runs.parameter());
    return Comparison.of(pairing, Criteria.STANDARD).speed().stream()
        .map(each -> each.estimate().pairs())
        .toList();
  }

  /** The smallest p-value among n pairs is 2 to the power of 1 - n. */
  @Test
  void correctionForManyComparisonsTakesMorePairs() {
    assertThat(Criteria.STANDARD.pairsNeeded(1)).isEqualTo(10);
    assertThat(Criteria.STANDARD.pairsNeeded(25)).isEqualTo(10);
    assertThat(Criteria.STANDARD.pairsNeeded(26)).isEqualTo(11);
    double leastOfTen = RatioEstimate.ofPairs(DRIFTING, slower(DRIFTING), 0.05).pValue();
    assertThat(leastOfTen * 25).isLessThanOrEqualTo(0.05);
    assertThat(leastOfTen * 26).isGreaterThan(0.05);
  }
}
