package snapbench.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static snapbench.analysis.Runs.cell;
import static snapbench.analysis.Runs.equal;
import static snapbench.analysis.Runs.run;
import static snapbench.analysis.Runs.speeds;
import static snapbench.analysis.Runs.ten;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.analysis.Runs;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.results.ForkBuilder;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

class ComparisonTest {
  private static Comparison compare(Run base, Run candidate) throws InvalidInputException {
    return Comparison.of(Pairing.between(base, candidate), Criteria.STANDARD);
  }

  private static MeasureComparison speed(String mode, double[] from, double[] to)
      throws InvalidInputException {
    return compare(speeds("a", mode, from), speeds("b", mode, to)).speed().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "thrpt, 1.10, BETTER",
    "thrpt, 0.95, WORSE",
    "avgt,  0.95, BETTER",
    "avgt,  1.10, WORSE",
    "ss,    1.10, WORSE",
    "thrpt, 1.001, SAME",
    "thrpt, 1.018, INCONCLUSIVE",
  })
  void aWordTakesTheDirectionOfTheModeAndTheMinimumEffectIntoAccount(
      String mode, double factor, Outcome outcome) throws Exception {
    MeasureComparison comparison = speed(mode, ten(10), ten(10 * factor));
    assertThat(comparison.outcome()).isEqualTo(outcome);
    assertThat(comparison.estimate().ratio()).isEqualTo(factor, within(0.001));
    assertThat(comparison.asThroughput().ratio())
        .isEqualTo(mode.equals("thrpt") ? factor : 1 / factor, within(0.001));
  }

  @Test
  void aDifferenceThatIsNotSignificantIsInconclusive() throws Exception {
    double[] noisy = {8, 9, 10, 11, 12, 8.5, 9.5, 10.5, 11.5, 10.1};
    double[] slower = Arrays.stream(noisy).map(value -> value * 0.95).toArray();
    assertThat(speed("thrpt", noisy, slower).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void fewerThanTenForksAreInconclusiveAndSaysHowManyMore() throws Exception {
    MeasureComparison comparison =
        speed("thrpt", Arrays.copyOf(ten(10), 7), Arrays.copyOf(ten(5), 9));
    assertThat(comparison.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(comparison.missingOfReference()).isEqualTo(3);
    assertThat(comparison.missingOfCandidate()).isEqualTo(1);
  }

  @Test
  void theIterationsOfAForkCountOnce() throws Exception {
    Run base = speeds("a", "thrpt", 10);
    assertThat(compare(base, base).speed().get(0).referenceForks()).isEqualTo(1);
  }

  @Test
  void runsThatDifferInOneParameterAreMatchedOnTheOthers() throws Exception {
    Run base =
        run(
            "a",
            Map.of(),
            cell("thrpt", Map.of("driver", "1", "snapshot", "memory"), Map.of(), ten(10)),
            cell("thrpt", Map.of("driver", "1", "snapshot", "file"), Map.of(), ten(20)));
    Run candidate =
        run(
            "b",
            Map.of(),
            cell("thrpt", Map.of("driver", "2", "snapshot", "file"), Map.of(), ten(30)),
            cell("thrpt", Map.of("driver", "2", "snapshot", "vacuum"), Map.of(), ten(40)));
    Pairing pairing = Pairing.between(base, candidate);
    assertThat(pairing.parameter()).isEqualTo("driver");
    Comparison comparison = Comparison.of(pairing, Criteria.STANDARD);
    assertThat(comparison.speed()).hasSize(1);
    assertThat(comparison.speed().get(0).estimate().ratio()).isEqualTo(1.5, within(0.001));
    assertThat(comparison.notCompared())
        .extracting(NotCompared::toString)
        .containsExactlyInAnyOrder(
            "org.example.Bench.work (driver=1, snapshot=memory; thrpt): only in the reference",
            "org.example.Bench.work (driver=2, snapshot=vacuum; thrpt): only in the candidate");
    assertThat(EnvironmentDifferences.between(pairing, false))
        .containsExactly("parameter driver differs: 1 (reference), 2 (candidate)");
  }

  @Test
  void runsThatDifferInTwoParametersAreNot() {
    Run base = run("a", Map.of(), cell("thrpt", Map.of("x", "1", "y", "1"), Map.of(), ten(1)));
    Run candidate = run("b", Map.of(), cell("thrpt", Map.of("x", "2", "y", "2"), Map.of(), ten(1)));
    assertThatThrownBy(() -> Pairing.between(base, candidate))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("no cell in common", "x=1", "x=2");
  }

  @Test
  void pValuesOfSpeedAreCorrectedForTheNumberOfCandidates() throws Exception {
    Run run =
        run(
            "a",
            Map.of(),
            cell("thrpt", Map.of("driver", "1"), Map.of(), ten(10)),
            cell("thrpt", Map.of("driver", "2"), Map.of(), ten(9)),
            cell("thrpt", Map.of("driver", "3"), Map.of(), ten(10)));
    Comparison comparison = Comparison.of(Pairing.within(run, "driver=1"), Criteria.STANDARD);
    assertThat(comparison.speed())
        .extracting(MeasureComparison::outcome)
        .containsExactly(Outcome.WORSE, Outcome.SAME);
    assertThat(comparison.speed().get(0).pValue()).isEqualTo(2 * 2.0 / 184756, within(1e-9));
  }

  @Test
  void aReferenceThatWasNotMeasuredNamesThoseThatWere() {
    Run run =
        run(
            "a",
            Map.of(),
            cell("thrpt", Map.of("driver", "1", "threads", "16"), Map.of(), ten(10)),
            cell("thrpt", Map.of("driver", "2", "threads", "16"), Map.of(), ten(9)));
    assertThatThrownBy(() -> Pairing.within(run, "driver=3"))
        .hasMessageContainingAll("driver=3 was not measured", "has driver 1, 2");
    assertThatThrownBy(() -> Pairing.within(run, "drivr=1"))
        .hasMessageContainingAll("--reference drivr=1", "choose one of driver=1|2");
    assertThatThrownBy(() -> Pairing.within(run, "threads=16"))
        .hasMessageContaining("threads=16 is all there is");
  }

  @Test
  void memoryIsComparedAtTheSameNumberOfCycles() throws Exception {
    Map<String, Double> slow = Map.of("process.cycles", 10.0, "process.rss", 2000.0);
    Runs.Measured slowCell = cell("thrpt", Map.of(), slow, equal(10, 1));
    Runs.Measured fastCell = cell("thrpt", Map.of(), slow, equal(10, 2));
    List<Fork> fast = fastCell.cells().stream().map(ComparisonTest::withTwiceAsManyCycles).toList();
    Comparison comparison =
        compare(
            run("a", Map.of(), slowCell),
            run("b", Map.of(), new Runs.Measured(fastCell.result(), fast)));
    MeasureComparison rss = comparison.exploratory().get(0);
    assertThat(rss.measure()).isEqualTo(Measure.RSS);
    // 1500 after 5 cycles, 3000 after 20: straight between them, 2000 after 10.
    assertThat(rss.candidate()).isEqualTo(2000, within(1e-9));
    assertThat(rss.outcome()).isEqualTo(Outcome.SAME);
    assertThat(comparison.cycles().values()).containsExactly(10.0);
  }

  private static Fork withTwiceAsManyCycles(Fork cell) {
    return ForkBuilder.like(cell)
        .iterations(
            List.of(
                new Iteration(false, 1, Map.of("process.cycles", 5.0, "process.rss", 1500.0)),
                new Iteration(false, 2, Map.of("process.cycles", 20.0, "process.rss", 3000.0))))
        .build();
  }

  @Test
  void aValueThatHasNoRatioIsNamed() throws Exception {
    Map<String, Double> none = Map.of("cycle.close", 0.0);
    Comparison comparison =
        compare(
            run("a", Map.of(), cell("thrpt", Map.of(), none, ten(1))),
            run("b", Map.of(), cell("thrpt", Map.of(), none, ten(1))));
    assertThat(comparison.notCompared())
        .extracting(NotCompared::toString)
        .containsExactly(
            "org.example.Bench.work (thrpt), cycle.close: not all values are positive and finite, so there is no"
                + " ratio");
  }

  @Test
  void whatWasReallyMeasuredIsToldApart() throws Exception {
    Runs.Measured cell = cell("thrpt", Map.of("driver", "bundled"), Map.of(), ten(1));
    Pairing pairing =
        Pairing.between(withTestee(cell, "3.36.0.3", 1000), withTestee(cell, "3.54.1.0", 4000));
    assertThat(EnvironmentDifferences.between(pairing, false))
        .containsExactly(
            "testee.driver differs: 3.36.0.3 (reference), 3.54.1.0 (candidate)",
            "testee.rows differs: {account=1000} (reference), {account=4000} (candidate)");
  }

  private static Run withTestee(Runs.Measured measured, String driver, long rows) {
    Fork.Testee testee =
        new Fork.Testee(
            1,
            List.of(),
            driver,
            "",
            "verified",
            List.of(),
            "",
            "",
            "",
            List.of(),
            "17",
            Map.of("account", rows),
            1,
            1);
    List<Fork> cells =
        measured.cells().stream()
            .map(cell -> ForkBuilder.like(cell).testee(testee).build())
            .toList();
    return run(driver, Map.of(), new Runs.Measured(measured.result(), cells));
  }

  /** As with {@code --until-decided}, which measures what is not decided for longer. */
  @Test
  void forksOfDifferentLengthsAreToldApart() throws Exception {
    Runs.Measured once = cell("thrpt", Map.of(), Map.of(), ten(1));
    JmhResult.Metric metric = once.result().primaryMetric();
    List<List<Double>> twice =
        metric.rawData().stream().map(row -> List.of(row.get(0), row.get(0))).toList();
    JmhResult longer =
        new JmhResult(
            once.result().benchmark(),
            "thrpt",
            Map.of(),
            new JmhResult.Metric(Double.NaN, Double.NaN, metric.scoreUnit(), twice),
            Map.of());
    Pairing pairing =
        Pairing.between(
            run("a", Map.of(), once), run("b", Map.of(), new Runs.Measured(longer, once.cells())));
    assertThat(EnvironmentDifferences.between(pairing, false))
        .containsExactly("number of iterations in a fork differs: 1 (reference), 2 (candidate)");
  }

  @Test
  void environmentsAreToldApart() {
    Run here = run("a", Map.of("time", "1", "processor", Map.of("model", "x", "cores", 2)));
    Run there = run("b", Map.of("time", "2", "processor", Map.of("model", "y", "cores", 2)));
    assertThat(EnvironmentDifferences.between(here, there))
        .containsExactly("processor.model differs: x (reference), y (candidate)");
    assertThat(EnvironmentDifferences.between(here, run("c", Map.of())))
        .containsExactly("the environment of c is unknown");
    assertThat(EnvironmentDifferences.between(here, here)).isEmpty();
  }
}
