package snapbench.analysis.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.Cycle;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Fork.Testee;
import snapbench.model.Iteration;
import snapbench.model.Reading;
import snapbench.results.Cells;
import snapbench.results.ForkBuilder;
import snapbench.results.jmh.JmhResult;
import snapbench.results.jmh.JmhResult.Metric;

/** Each kind of warning on a cell made for it, and none on a clean one. */
class CellWarningsTest {
  private static final int CYCLES = 40;
  private static final String COUNTED_AGAIN = "ledger.countedAgain";
  private static final Map<String, String> PARAMS = Map.of("threads", "4", "driver", "bundled");

  /** A little up and down, as a quiet machine has it. */
  private static double jitter(double cycle) {
    return cycle * 7 % 5 - 2;
  }

  private static double flat(double cycle) {
    return 700_000 + jitter(cycle);
  }

  private static double growing(double cycle) {
    return 700_000 + 5000 * cycle + jitter(cycle);
  }

  private static double quick(double cycle) {
    return 1000 + jitter(cycle);
  }

  private static Fork fork(
      int fork,
      int cycles,
      Map<String, String> params,
      double swapKiB,
      DoubleUnaryOperator rssKiB,
      DoubleUnaryOperator totalMillis) {
    List<Cycle> all = new ArrayList<>();
    for (int i = 1; i <= cycles; i++) {
      all.add(
          new Cycle(
              i,
              false,
              i,
              0,
              new Reading(rssKiB.applyAsDouble(i), i == cycles ? swapKiB : 0, 13, 20),
              totalMillis.applyAsDouble(i),
              100,
              1,
              800,
              1,
              1,
              1,
              1,
              1,
              1));
    }
    return cell(fork, params, all, List.of());
  }

  private static Fork cell(
      int fork, Map<String, String> params, List<Cycle> cycles, List<Iteration> iterations) {
    return ForkBuilder.of("snapbench.workload.SnapshotBenchmark.snapshotAndDump", "ss")
        .number(fork)
        .fork(fork)
        .params(params)
        .testee(testee())
        .baseline(new Reading(flat(0), 0, 13, 20))
        .cycles(cycles)
        .iterations(iterations)
        .build();
  }

  private static Testee testee() {
    return Cells.testee();
  }

  private static Fork clean(int fork) {
    return fork(fork, CYCLES, PARAMS, 0, CellWarningsTest::flat, CellWarningsTest::quick);
  }

  private static List<Warning> warnings(Fork... forks) {
    return warnings(List.of(forks), List.of());
  }

  private static List<Warning> warnings(List<Fork> forks, List<JmhResult> results) {
    return CellWarnings.of("memory", forks, JudgedForks.of(forks, Thresholds.STANDARD), results);
  }

  private static Warning only(WarningKind kind, List<Warning> warnings) {
    assertThat(warnings).extracting(Warning::kind).containsExactly(kind);
    assertThat(warnings.get(0).subject()).isEqualTo("memory");
    assertThat(warnings.get(0).advice()).isNotEmpty();
    return warnings.get(0);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> params = new LinkedHashMap<>(PARAMS);
    params.put(name, value);
    return params;
  }

  @Test
  void saysNothingOfACleanVariant() {
    assertThat(warnings(clean(1))).isEmpty();
    assertThat(warnings(clean(1), clean(2), clean(3))).isEmpty();
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    Fork failed = Cells.cell(1, "snapshotOnly", 1, PARAMS, State.FAILED, "exit code 137");
    assertThat(warnings(failed)).isEmpty();
  }

  @Test
  void warnsOfMemoryThatWasSwappedOut() {
    Fork cell = fork(1, CYCLES, PARAMS, 2048, CellWarningsTest::flat, CellWarningsTest::quick);
    assertThat(only(WarningKind.SWAPPED_OUT, warnings(clean(1), cell)).text())
        .startsWith("up to 2,048 KiB were swapped out");
  }

  @Test
  void warnsOfAPlantedLeakOfOursOnly() {
    Fork cell =
        fork(1, CYCLES, with("leak", "fd:10"), 0, CellWarningsTest::flat, CellWarningsTest::quick);
    only(WarningKind.PLANTED_LEAK, warnings(cell));
    Fork none =
        fork(1, CYCLES, with("leak", "none"), 0, CellWarningsTest::flat, CellWarningsTest::quick);
    assertThat(warnings(none)).isEmpty();
  }

  @Test
  void warnsOfADriverThatNothingVouchesForUnlessItIsBundled() {
    Fork cell =
        fork(
            1,
            CYCLES,
            with("driver", "my.jar"),
            0,
            CellWarningsTest::flat,
            CellWarningsTest::quick);
    only(WarningKind.UNVERIFIED_DRIVER, warnings(cell));
  }

  @Test
  void warnsOfTooFewCyclesForAVerdict() {
    Fork cell = fork(1, 10, PARAMS, 0, CellWarningsTest::growing, CellWarningsTest::quick);
    assertThat(only(WarningKind.TOO_FEW_CYCLES, warnings(cell)).text())
        .startsWith("10 cycles are on record")
        .contains("before 24");
  }

  @Test
  void warnsOfForksThatDisagree() {
    Fork growing = fork(2, CYCLES, PARAMS, 0, CellWarningsTest::growing, CellWarningsTest::quick);
    assertThat(only(WarningKind.FORKS_DISAGREE, warnings(clean(1), growing, clean(3))).text())
        .startsWith("the resident set grows in 1 of 3 forks");
    assertThat(warnings(growing, growing)).isEmpty();
  }

  @Test
  void warnsOfIterationsThatDifferWidely() {
    Fork cell =
        fork(1, CYCLES, PARAMS, 0, CellWarningsTest::flat, cycle -> cycle % 2 == 0 ? 1000 : 1400);
    assertThat(only(WarningKind.NOISY_ITERATIONS, warnings(cell)).text())
        .startsWith("the iterations of a fork are spread by 25 %");
  }

  @Test
  void isSilentOfAFewSlowIterationsAndOfTheFirstRound() {
    Fork cell =
        fork(
            1,
            12,
            PARAMS,
            0,
            CellWarningsTest::flat,
            cycle -> cycle <= 4 || cycle == 9 ? 3000 : 1000 + jitter(cycle));
    assertThat(warnings(cell)).isEmpty();
  }

  @Test
  void warnsOfForksThatDifferWidely() {
    Fork[] forks = new Fork[3];
    for (int i = 0; i < forks.length; i++) {
      double millis = 1000 + 300 * i;
      forks[i] =
          fork(i + 1, CYCLES, PARAMS, 0, CellWarningsTest::flat, cycle -> millis + jitter(cycle));
    }
    only(WarningKind.NOISY_FORKS, warnings(forks));
  }

  @Test
  void takesTheScoresOfABareResult() {
    Fork cell = ForkBuilder.of("org.example.B.b", "thrpt").build();
    Metric scores = new Metric(1, 1, "ops/s", List.of(List.of(10.0, 20.0, 10.0, 20.0, 30.0)));
    List<JmhResult> results =
        List.of(new JmhResult("org.example.B.b", "thrpt", Map.of(), scores, Map.of()));
    only(WarningKind.NOISY_ITERATIONS, warnings(List.of(cell), results));
  }

  private static Fork reading(double againKiB) {
    Iteration last =
        new Iteration(
            false,
            CYCLES,
            Map.of(
                "process.rss", 872_616.0, "ledger.javaHeap", 262_144.0, COUNTED_AGAIN, againKiB));
    return cell(1, PARAMS, clean(1).cycles(), List.of(last));
  }

  @Test
  void warnsOfPagesThatAreCountedAgain() {
    Warning warning = only(WarningKind.COUNTED_AGAIN, warnings(reading(542_616)));
    assertThat(warning.text()).startsWith("542,616 of 872,616 KiB of the resident set are counted");
    assertThat(warning.advice()).contains("compare process.pss");
    assertThat(warnings(reading(0))).isEmpty();
    assertThat(warnings(reading(Double.NaN))).isEmpty();
  }

  /** JEP 439 made it generational as a choice, JEP 474 by default. */
  @ParameterizedTest
  @CsvSource({
    "17.0.15 (any vendor), -XX:+UseZGC, , true",
    "21.0.2 (any vendor), -XX:+UseZGC, , true",
    "21.0.2 (any vendor), -XX:+UseZGC, -XX:+ZGenerational, false",
    "23 (any vendor), -XX:+UseZGC, -XX:-ZGenerational, true",
    "25.0.3 (any vendor), -XX:+UseZGC, , false",
    "17.0.15 (any vendor), -XX:+UseSerialGC, , false",
    "unknown, -XX:+UseZGC, , false"
  })
  void warnsWithoutALedgerOfAHeapAtThreeAddresses(
      String jdk, String collector, @Nullable String more, boolean isWarned) {
    Testee testee = Cells.jvm(jdk, List.of("java", collector, more == null ? "-cp" : more));
    List<Warning> warnings = warnings(ForkBuilder.like(clean(1)).testee(testee).build());
    assertThat(warnings)
        .extracting(Warning::kind)
        .isEqualTo(isWarned ? List.of(WarningKind.COUNTED_AGAIN) : List.of());
    assertThat(warnings)
        .allMatch(each -> each.advice().startsWith("add -prof process:ledger=true"));
  }

  @Test
  void warnsOfReadingsThatFailed() {
    Iteration failed = new Iteration(false, 1, Map.of("ledger.javaHeap", Double.NaN));
    Iteration known = new Iteration(false, 2, Map.of("ledger.javaHeap", 1.0));
    Fork cell = cell(1, PARAMS, clean(1).cycles(), List.of(failed, known, known));
    assertThat(only(WarningKind.LEDGER_FAILED, warnings(cell)).text())
        .startsWith("1 of 3 readings of the ledger failed");
  }
}
