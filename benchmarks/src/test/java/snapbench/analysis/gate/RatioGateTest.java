package snapbench.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static snapbench.analysis.Runs.cell;
import static snapbench.analysis.Runs.run;
import static snapbench.analysis.Runs.ten;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.Runs;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Criteria;
import snapbench.analysis.comparison.NotCompared;
import snapbench.analysis.comparison.Pairing;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Fork;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** What could not be compared keeps no limit. */
class RatioGateTest {
  private static List<Gate.Check> check(String condition, Run base, Run candidate, double alpha)
      throws Exception {
    Comparison comparison =
        Comparison.of(Pairing.between(base, candidate), new Criteria(0.02, 0.01, alpha));
    Gate.Measured measured = Gate.Measured.of(candidate.forks(), Thresholds.STANDARD, comparison);
    return Gate.parse(condition).get(0).check(measured);
  }

  private static Runs.Measured snapshot(String kind, double[] scores) {
    return cell("thrpt", Map.of("snapshot", kind), Map.of(), scores);
  }

  @Test
  void aCellThatFailedOnOneSideIsUndecided() throws Exception {
    Run base = run("a", Map.of(), snapshot("memory", ten(10)), snapshot("file", ten(10)));
    List<Fork> failed =
        snapshot("file", ten(10)).cells().stream()
            .map(cell -> ForkBuilder.like(cell).failed("out of memory").build())
            .toList();
    Runs.Measured memory = snapshot("memory", ten(10));
    Run candidate =
        new Run(
            base.path(),
            Stream.concat(memory.cells().stream(), failed.stream()).toList(),
            Map.of(),
            List.of(memory.result()));
    List<Gate.Check> checks = check("throughput<0.95", base, candidate, 0.05);
    assertThat(checks)
        .extracting(Gate.Check::state)
        .containsExactly(Gate.State.KEPT, Gate.State.UNDECIDED, Gate.State.UNDECIDED);
    assertThat(checks.get(1).line()).contains("snapshot=file", "only in the reference");
    assertThat(checks.get(2).line()).contains("failed in the candidate: out of memory");
  }

  @Test
  void aSingleForkThatFailedLeavesTheOthersCompared() throws Exception {
    Runs.Measured memory = snapshot("memory", ten(10));
    Run base = run("a", Map.of(), memory);
    Fork failed = ForkBuilder.like(memory.cells().get(0)).fork(11).failed("out of memory").build();
    Run candidate =
        new Run(
            base.path(),
            Stream.concat(memory.cells().stream(), Stream.of(failed)).toList(),
            Map.of(),
            List.of(memory.result()));
    assertThat(check("throughput<0.95", base, candidate, 0.05))
        .extracting(Gate.Check::state)
        .containsExactly(Gate.State.KEPT);
    assertThat(Pairing.between(base, candidate).unmatched())
        .extracting(NotCompared::toString)
        .singleElement()
        .asString()
        .endsWith("fork 11 failed in the candidate: out of memory; the others were compared");
  }

  @Test
  void aMeasureWithoutAnyRatioIsUndecidedWithItsReason() throws Exception {
    Map<String, Double> zero = Map.of("cycle.close", 0.0);
    Run base = run("a", Map.of(), cell("thrpt", Map.of(), zero, ten(10)));
    List<Gate.Check> checks = check("cycle.close>1.5", base, base, 0.05);
    assertThat(checks).extracting(Gate.Check::state).containsExactly(Gate.State.UNDECIDED);
    assertThat(checks.get(0).line())
        .endsWith("not all values are positive and finite, so there is no ratio");
    assertThatThrownBy(() -> check("live.read.blocked>2", base, base, 0.05))
        .hasMessageContaining("is about nothing that was compared; choose one of throughput");
  }

  @Test
  void aGateOfPssSaysThatNothingIsCountedAgain() throws Exception {
    Map<String, Double> memory =
        Map.of(
            "process.rss", 9000.0,
            "process.pss", 8000.0,
            "ledger.countedAgain", 0.0,
            "process.cycles", 24.0);
    Run base = run("a", Map.of(), cell("thrpt", Map.of(), memory, ten(10)));
    assertThatThrownBy(() -> check("pss>1.1", base, base, 0.05))
        .hasMessageContaining(
            "pss>1.1: no resident set is known to count pages again, so pss was not compared;"
                + " choose one of throughput, rss");
  }

  @Test
  void aMeasureThatHasNoRatioIsUndecidedThereAlone() throws Exception {
    Map<String, String> file = Map.of("snapshot", "file");
    Run base =
        run(
            "a",
            Map.of(),
            cell("thrpt", Map.of("snapshot", "memory"), Map.of("cycle.close", 1.0), ten(10)),
            cell("thrpt", file, Map.of("cycle.close", 0.0), ten(10)));
    assertThat(check("cycle.close>1.5", base, base, 0.05))
        .extracting(Gate.Check::state)
        .containsExactly(Gate.State.KEPT, Gate.State.UNDECIDED);
    assertThat(check("throughput<0.95", base, base, 0.05))
        .extracting(Gate.Check::state)
        .containsExactly(Gate.State.KEPT, Gate.State.KEPT);
  }

  /** Ten forks a side that do not overlap have a p-value of 1.1e-5, and none below. */
  @Test
  void withoutAnIntervalItIsUndecided() throws Exception {
    Run base = run("a", Map.of(), snapshot("memory", ten(10)));
    Run half = run("b", Map.of(), snapshot("memory", Arrays.copyOf(ten(5), 10)));
    assertThat(check("throughput<0.95", base, half, 0.001))
        .extracting(Gate.Check::state)
        .containsExactly(Gate.State.CROSSED);
    List<Gate.Check> checks = check("throughput<0.95", base, half, 1e-6);
    assertThat(checks).extracting(Gate.Check::state).containsExactly(Gate.State.UNDECIDED);
    assertThat(checks.get(0).line()).contains("too few forks");
  }
}
