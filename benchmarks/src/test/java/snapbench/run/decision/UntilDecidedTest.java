package snapbench.run.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.results.Cells;
import snapbench.run.plan.Iterations;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;

/** When a cell is looked at again, and for how long. */
class UntilDecidedTest {
  private static final StoppingRule NEVER =
      (forks, looks) -> new StoppingRule.Answer(false, "OPEN");
  private static final StoppingRule AT_ONCE =
      (forks, looks) -> new StoppingRule.Answer(true, "FLAT, 0");

  private static PlannedCell planned(Mode mode, int number, int forks, int warmup, int measured) {
    Iterations iterations = new Iterations(warmup, 0, measured, 0);
    return new PlannedCell(
        number, Look.ONLY, number, "a.B.c", mode, Map.of(), forks, 0, false, iterations, List.of());
  }

  /** A fork with a cycle for each iteration. */
  private static Fork fork(int warmup, int measured) {
    return Cells.timed(
        1,
        "memory",
        IntStream.rangeClosed(1, warmup + measured)
            .mapToObj(i -> Cells.cycle(i, i <= warmup, i, 1000, 1))
            .toList(),
        List.of());
  }

  /** Looks until it is decided, in single-shot mode with one warm-up; each look's line. */
  private static List<String> lines(StoppingRule decision, OptionalLong maxCycles, int measured) {
    UntilDecided until = new UntilDecided(decision, maxCycles, 3);
    List<String> lines = new ArrayList<>();
    PlannedCell cell = planned(Mode.SingleShotTime, 2, 1, 1, measured);
    while (cell != null) {
      UntilDecided.Outcome outcome =
          until.after(cell, List.of(fork(1, cell.iterations().measured())));
      lines.add(outcome.line());
      cell = outcome.next();
    }
    return lines;
  }

  @Test
  void looksAgainForTwiceTheCyclesUpToEightTimes() {
    assertThat(lines(NEVER, OptionalLong.empty(), 9))
        .containsExactly(
            "look 1 of 4, 10 cycles: OPEN; starting again with 19 cycles",
            "look 2 of 4, 19 cycles: OPEN; starting again with 37 cycles",
            "look 3 of 4, 37 cycles: OPEN; starting again with 73 cycles",
            "look 4 of 4, 73 cycles: OPEN; not decided within 8 times the cycles of the first look,"
                + " --max-cycles sets another limit");
  }

  @Test
  void stopsOnceItIsDecided() {
    assertThat(lines(AT_ONCE, OptionalLong.empty(), 9))
        .containsExactly("look 1 of 4, 10 cycles: FLAT, 0");
  }

  @Test
  void keepsToTheLimit() {
    assertThat(lines(NEVER, OptionalLong.of(39), 9))
        .containsExactly(
            "look 1 of 2, 10 cycles: OPEN; starting again with 19 cycles",
            "look 2 of 2, 19 cycles: OPEN; more cycles than --max-cycles 39 allows would be"
                + " needed");
    assertThat(lines(NEVER, OptionalLong.of(40), 9)).hasSize(3);
    assertThat(lines(NEVER, OptionalLong.of(10), 9)).hasSize(1);
  }

  @Test
  void tellsTheDecisionHowManyLooksShareTheErrorRate() {
    List<Integer> told = new ArrayList<>();
    StoppingRule decision =
        (forks, looks) -> {
          told.add(looks);
          return new StoppingRule.Answer(false, "OPEN");
        };
    assertThat(lines(decision, OptionalLong.of(85), 9)).hasSize(4);
    assertThat(told).containsExactly(4, 4, 4, 4);
  }

  @Test
  void theNextLookHasForksAndFilesOfItsOwn() {
    PlannedCell cell = planned(Mode.Throughput, 2, 2, 1, 20);
    UntilDecided until = new UntilDecided(NEVER, OptionalLong.empty(), 5);
    UntilDecided.Outcome outcome = until.after(cell, List.of(fork(2, 38), fork(1, 41)));
    assertThat(outcome.line())
        .isEqualTo(
            "look 1 of 4, 40 to 42 cycles in each of 2 forks: OPEN; starting again with about 84"
                + " cycles");
    PlannedCell next = requireNonNull(outcome.next());
    assertThat(next.look()).isEqualTo(new Look(2, 4));
    assertThat(next.iterations()).isEqualTo(new Iterations(1, 0, 40, 0));
    assertThat(next.number()).isEqualTo(cell.number());
    assertThat(next.calls()).extracting(PlannedFork::number).containsExactly(7, 8);
  }

  @Test
  void doesNotLookAgainAtWhatKeepsNoCycles() {
    PlannedCell cell = planned(Mode.Throughput, 1, 1, 1, 20);
    UntilDecided until = new UntilDecided(NEVER, OptionalLong.empty(), 1);
    UntilDecided.Outcome outcome = until.after(cell, List.of(fork(0, 0)));
    assertThat(outcome.line()).contains("no cycles are on record");
    assertThat(outcome.next()).isNull();
  }
}
