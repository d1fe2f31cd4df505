package snapbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.results.Cell;
import snapbench.results.Cell.Iteration;
import snapbench.results.CellDraft;

/** Series and forks of which something is missing, or that are close to a limit. */
class JudgedForksTest {
  private static final double MIB = 1024;

  private static Judgement judge(DoubleUnaryOperator value, int last, double round, double kib) {
    double[] cycles = IntStream.rangeClosed(0, last).mapToDouble(i -> i).toArray();
    return Judge.judge(
        Series.of(Quantity.RSS, cycles, Arrays.stream(cycles).map(value).toArray()),
        new Circumstances(round, kib, Thresholds.STANDARD, Circumstances.ALPHA));
  }

  /** What one round may add of 20 GiB is more than the allowance: the rise is one all the same. */
  @Test
  void aRiseBeyondTheAllowanceIsNotFlatHoweverLargeTheDatabase() {
    Judgement judgement =
        judge(i -> i == 0 ? 21_000_000 : 21_600_000 + i * 7 % 5, 40, 16, 20 * MIB * MIB);
    assertThat(judgement.verdict()).isEqualTo(Verdict.PLATEAU);
    assertThat(judgement.reason()).contains("rose by 600,000");
  }

  @Test
  void aDipNearTheEndDoesNotMakeARiseFlat() {
    Judgement judgement =
        judge(i -> i == 0 || i == 38 || i == 39 ? 300_000 : 400_000 + i * 7 % 5, 40, 4, 528_684);
    assertThat(judgement.verdict()).isNotEqualTo(Verdict.FLAT);
    assertThat(judgement.reason()).doesNotContain("within the allowance");
  }

  /** The last reading has risen, which is not yet for good. */
  @Test
  void theReasonDoesNotContradictItsFigures() {
    Judgement judgement =
        judge(i -> (i == 199 ? 1_060_000 : 1_000_000) + i * 7 % 5, 199, Double.NaN, Double.NaN);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason())
        .startsWith("growth stays below 1,400")
        .contains("a rise by 60,")
        .doesNotContain("on both sides");
  }

  @Test
  void growthInTheLastCyclesIsNotSaidToHaveEnded() {
    Judgement judgement =
        judge(
            i -> 1_000_000 + Math.max(0, i - 29) * 10_000 + i * 7 % 5, 40, Double.NaN, Double.NaN);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason()).doesNotContain("not in the last of them");
  }

  /** In twelve cycles a JVM that warms up and a leak look the same, whatever its size. */
  @Test
  void whereNothingCanBeFoundNothingIsDetectable() {
    assertThat(judge(i -> 500_000 + i * 7 % 5, 12, 4, 528_684).detectable()).isNaN();
    assertThat(judge(i -> 500_000 + i * 7 % 5, 40, 4, 528_684).detectable()).isPositive();
  }

  @Test
  void theCauseOfARiseIsUnknownWithoutTheLedgerBeforeIt() {
    Cell cell = new LedgerCells(40, 1).add("nativeFree", c -> c == 0 ? 0 : 300 * MIB).cell(1);
    assertThat(word(cell)).isEqualTo("ALLOCATOR_RETENTION");
    List<Iteration> iterations =
        cell.iterations().stream().map(JudgedForksTest::withoutFirstLedger).toList();
    assertThat(word(CellDraft.like(cell).iterations(iterations).cell())).isEqualTo("UNKNOWN");
  }

  private static String word(Cell cell) {
    return CellCause.of(List.of(cell), Thresholds.STANDARD, Circumstances.ALPHA).word();
  }

  private static Iteration withoutFirstLedger(Iteration iteration) {
    Map<String, Double> metrics = new LinkedHashMap<>(iteration.metrics());
    if (iteration.iteration() == 0) {
      metrics.keySet().removeIf(name -> name.startsWith("ledger."));
    }
    return new Iteration(iteration.warmup(), iteration.iteration(), metrics);
  }

  /** What grew until it was killed must not pass in silence. */
  @Test
  void aGateOnACellThatFailedIsUndecided() throws Exception {
    Cell cell = new LedgerCells(40, 1).add("nativeFree", c -> 0).cell(1);
    Cell failed =
        CellDraft.like(cell).params(Map.of("snapshot", "memdb")).failed("exit code 137").cell();
    Gate.Measured measured =
        new Gate.Measured(List.of(cell, failed, failed), Thresholds.STANDARD, null);
    for (String condition : List.of("GROWING", "NATIVE_LEAK")) {
      assertThat(Gate.parse(condition).get(0).check(measured))
          .filteredOn(check -> check.state() == Gate.State.UNDECIDED)
          .extracting(Gate.Check::line)
          .singleElement()
          .asString()
          .startsWith(condition)
          .contains("snapshot=memdb")
          .endsWith(": failed: exit code 137");
    }
  }

  @Test
  void aGateOnWhatWasNeverReadIsUndecided() throws Exception {
    Runs.Measured unread = Runs.cell("thrpt", Map.of(), Map.of(), Runs.ten(1));
    Gate.Measured measured = new Gate.Measured(unread.cells(), Thresholds.STANDARD, null);
    for (String verdict : List.of("GROWING", "INCONCLUSIVE")) {
      assertThat(Gate.parse(verdict).get(0).check(measured))
          .extracting(Gate.Check::state)
          .containsOnly(Gate.State.UNDECIDED)
          .hasSize(3);
    }
  }
}
