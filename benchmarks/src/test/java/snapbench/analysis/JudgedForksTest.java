package snapbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import snapbench.analysis.fork.CellCause;
import snapbench.analysis.fork.CellJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.gate.Gate;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.report.cell.JudgedRun;
import snapbench.results.ForkBuilder;
import snapbench.results.folder.Run;

/** Series and forks of which something is missing, or that are close to a limit. */
class JudgedForksTest {
  private static final double MIB = 1024;

  private static Judgement judge(DoubleUnaryOperator value, int last, double round, double kib) {
    double[] cycles = IntStream.rangeClosed(0, last).mapToDouble(i -> i).toArray();
    return Judge.judge(
        Series.of(Quantity.RSS, cycles, Arrays.stream(cycles).map(value).toArray()),
        new SeriesContext(round, kib, Thresholds.STANDARD, SeriesContext.ALPHA));
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

  /**
   * GrowthEstimate is told from a start after a round and 20 cycles, where that is more than two
   * rounds.
   */
  @Test
  void asManyCyclesDecideAsTheWarningSays() {
    String reason = judge(i -> 100_000 + i * 10_000, 20, 16, 528_684).reason();
    assertThat(reason)
        .isEqualTo(
            "has risen by 200,000 KiB in 20 cycles, and has not had two rounds of 16;"
                + " 16 more cycles decide");
    assertThat(judge(i -> 100_000 + i * 10_000, 40, 32, 528_684).reason())
        .endsWith("24 more cycles decide");
  }

  @Test
  void whatHasFallenIsNotSaidToHaveRisen() {
    assertThat(judge(i -> 130_000 - i % 4 * 15_000, 10, 16, 528_684).reason())
        .startsWith("has fallen by 30,000 KiB in 10 cycles, which may still be the first round");
  }

  /** A control in C has no JVM. */
  @Test
  void whatWarmsUpIsTheProcess() {
    assertThat(judge(i -> 100_000 + i * 10_000, 15, 1, 528_684).reason())
        .isEqualTo(
            "has risen by 150,000 KiB in 15 cycles, which may still be the process warming up;"
                + " 6 more cycles decide");
  }

  @Test
  void tellsHowManyReadingsThereAre() {
    assertThat(judge(i -> 100_000, 0, 1, 528_684).reason())
        .startsWith("only 1 reading; at least 8");
    assertThat(judge(i -> 100_000, 1, 1, 528_684).reason()).startsWith("only 2 readings; at least");
  }

  /** Neither one's reason is that of all, and more cycles of each would not make them agree. */
  @Test
  void moreForksDecideWhereSomeGrowAndOthersDoNot() {
    Judgement growing = judge(i -> 100_000 + i * 10_000, 40, 1, 528_684);
    Judgement flat = judge(i -> 100_000 + i * 7 % 5, 40, 1, 528_684);
    Judgement open = judge(i -> 100_000 + i * 10_000, 15, 1, 528_684);
    assertThat(CellJudgement.pool(List.of(growing, flat), 528_684).reason())
        .isEqualTo("forks disagree: 1 flat, 1 growing; more forks decide");
    assertThat(CellJudgement.pool(List.of(growing, flat, open), 528_684).reason())
        .isEqualTo("forks disagree: 1 flat, 1 growing, 1 inconclusive; more forks decide");
    assertThat(CellJudgement.pool(List.of(growing, open, open), 528_684).reason())
        .startsWith(
            "forks disagree: 1 growing, 2 inconclusive; the first that is inconclusive: has")
        .endsWith("6 more cycles decide");
    assertThat(CellJudgement.pool(List.of(open, growing, growing), 528_684).reason())
        .startsWith("forks disagree: 2 growing, 1 inconclusive; the first that is growing: over");
    assertThat(CellJudgement.pool(List.of(flat, flat), 528_684).reason())
        .startsWith("all 2 forks agree; the first of them: growth");
  }

  /** In twelve cycles a JVM that warms up and a leak look the same, whatever its size. */
  @Test
  void whereNothingCanBeFoundNothingIsDetectable() {
    assertThat(judge(i -> 500_000 + i * 7 % 5, 12, 4, 528_684).detectable()).isNaN();
    assertThat(judge(i -> 500_000 + i * 7 % 5, 40, 4, 528_684).detectable()).isPositive();
  }

  @Test
  void theCauseOfARiseIsUnknownWithoutTheLedgerBeforeIt() {
    Fork cell = new LedgerCells(40, 1).add("nativeFree", c -> c == 0 ? 0 : 300 * MIB).cell(1);
    assertThat(word(cell)).isEqualTo("ALLOCATOR_RETENTION");
    List<Iteration> iterations =
        cell.iterations().stream().map(JudgedForksTest::withoutFirstLedger).toList();
    assertThat(word(ForkBuilder.like(cell).iterations(iterations).build())).isEqualTo("UNKNOWN");
  }

  /**
   * Read at the beginning alone: the growth of the number of threads is known, their size is not.
   */
  @Test
  void anAmountThatTheLedgerIsTooSparseForIsUnknown() {
    Fork cell = new LedgerCells(40, 1).threadCount(c -> 20 + c).cell(1);
    List<Iteration> iterations =
        cell.iterations().stream()
            .map(each -> each.iteration() < 2 ? each : withoutLedger(each))
            .toList();
    CellCause cause = cause(ForkBuilder.like(cell).iterations(iterations).build());
    assertThat(cause.sentences())
        .containsExactly(
            "THREADS: an unknown amount per cycle, is threads, with their stacks; hidden: the"
                + " resident set does not show it");
  }

  @Test
  void forksThatShowDifferentCausesAreSaidTo() {
    Fork leak = new LedgerCells(40, 1).add("nativeLive", c -> c * MIB).cell(1);
    Fork threads = new LedgerCells(40, 1).threadCount(c -> 20 + c).cell(2);
    Fork heap = new LedgerCells(40, 1).add("heapUsed", c -> c * MIB).cell(3);
    assertThat(cause(leak, threads, heap).sentences())
        .containsExactly("UNKNOWN: forks show different causes");
  }

  private static CellCause cause(Fork... forks) {
    return JudgedForks.of(List.of(forks), Thresholds.STANDARD).cause();
  }

  private static String word(Fork cell) {
    return cause(cell).word();
  }

  private static Iteration withoutFirstLedger(Iteration iteration) {
    return iteration.iteration() == 0 ? withoutLedger(iteration) : iteration;
  }

  private static Iteration withoutLedger(Iteration iteration) {
    Map<String, Double> metrics = new LinkedHashMap<>(iteration.metrics());
    metrics.keySet().removeIf(name -> name.startsWith("ledger."));
    return new Iteration(iteration.warmup(), iteration.iteration(), metrics);
  }

  /** The run of a report, its gates and its cells hold the very same verdicts. */
  @Test
  void eachSeriesIsReadAndJudgedOnceForAllWhoAsk() {
    Fork fork = new LedgerCells(40, 1).add("nativeLive", c -> c * MIB).cell(1);
    Run run = new Run(Path.of("run"), List.of(fork), Map.of(), List.of());
    JudgedRun judged = new JudgedRun(snapbench.results.folder.Runs.of(run), Thresholds.STANDARD);
    JudgedForks cell = judged.observed().get(0).judged();
    for (Quantity quantity : ForkSeries.quantities()) {
      assertThat(judged.of(fork).series(quantity)).isSameAs(judged.of(fork).series(quantity));
      assertThat(judged.of(fork).judgement(quantity))
          .isSameAs(judged.of(fork).judgement(quantity))
          .isSameAs(cell.judgement(quantity).forks().get(0));
    }
    assertThat(judged.measured(null).cells()).singleElement().isSameAs(cell);
    assertThat(cell.forks()).singleElement().isSameAs(judged.of(fork));
    assertThat(cell.cause()).isSameAs(cell.cause());
  }

  /** What grew until it was killed must not pass in silence. */
  @Test
  void aGateOnACellThatFailedIsUndecided() throws Exception {
    Fork cell = new LedgerCells(40, 1).add("nativeFree", c -> 0).cell(1);
    Fork failed =
        ForkBuilder.like(cell).params(Map.of("snapshot", "memdb")).failed("exit code 137").build();
    Gate.Measured measured =
        Gate.Measured.of(List.of(cell, failed, failed), Thresholds.STANDARD, null);
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
    Gate.Measured measured = Gate.Measured.of(unread.cells(), Thresholds.STANDARD, null);
    for (String verdict : List.of("GROWING", "INCONCLUSIVE")) {
      assertThat(Gate.parse(verdict).get(0).check(measured))
          .extracting(Gate.Check::state)
          .containsOnly(Gate.State.UNDECIDED)
          .hasSize(3);
    }
  }
}
