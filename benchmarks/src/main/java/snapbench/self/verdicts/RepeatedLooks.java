package snapbench.self.verdicts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.self.verdicts.SyntheticKind.Group;

/**
 * How often a cell that does not grow is called GROWING where it is looked at again, for twice as
 * many cycles, until its verdict is decided. Each look is at a new process, so at a series that
 * shares nothing with the one before.
 *
 * <pre>java -jar benchmarks.jar self looks --cells 1000</pre>
 *
 * @param cycles of each look
 * @param alpha level of each look
 */
record RepeatedLooks(List<Integer> cycles, double alpha) {
  private static final long SEED = 20261124;
  private static final int MOST_TRIES = 20;

  /** At 10, 20, 40 and 80 cycles, at a quarter of the level each. */
  static final RepeatedLooks FOUR = new RepeatedLooks(List.of(10, 20, 40, 80), 0.05 / 4);

  /** What came of one cell: the verdict at the last look, and whether that grows. */
  record Outcome(Verdict verdict, boolean grows) {
    boolean falseAlarm() {
      return verdict == Verdict.GROWING && !grows;
    }
  }

  /** Looks at as many cells of each kind of some groups, on all processors. */
  List<Outcome> outcomes(int cellsOfEach, Group... groups) {
    return Arrays.stream(SyntheticKind.values())
        .filter(kind -> List.of(groups).contains(kind.group()))
        .flatMap(
            kind ->
                IntStream.range(0, cellsOfEach)
                    .parallel()
                    .mapToObj(i -> outcome(kind, i))
                    .flatMap(Optional::stream)
                    .toList()
                    .stream())
        .toList();
  }

  private Optional<Outcome> outcome(SyntheticKind kind, int index) {
    Outcome outcome = new Outcome(Verdict.INCONCLUSIVE, false);
    for (int look = 0; look < cycles.size() && isOpen(outcome); look++) {
      Optional<SyntheticSeries> seen = ofTestee(kind, look, index);
      if (seen.isEmpty()) {
        return Optional.empty();
      }
      Judgement judgement =
          Judge.judge(seen.get().series(), seen.get().circumstances().withAlpha(alpha));
      outcome = new Outcome(judgement.verdict(), seen.get().grows());
    }
    return Optional.of(outcome);
  }

  /** What is looked at again is a testee, whose round and database are known. */
  private Optional<SyntheticSeries> ofTestee(SyntheticKind kind, int look, int index) {
    return IntStream.range(0, MOST_TRIES)
        .mapToObj(i -> kind.series(cycles.get(look), SEED + look + 1000L * i, index))
        .filter(
            each ->
                !Double.isNaN(each.circumstances().round())
                    && (each.series().quantity().kind() == Quantity.Kind.COUNT
                        || !Double.isNaN(each.circumstances().databaseKiB())))
        .findFirst();
  }

  private static boolean isOpen(Outcome outcome) {
    return outcome.verdict() == Verdict.INCONCLUSIVE;
  }

  /** How many cells that do not grow are called GROWING at any look. */
  Proportion falseAlarms(int cellsOfEach) {
    List<Outcome> outcomes = outcomes(cellsOfEach, Group.FLAT, Group.PLATEAU);
    return new Proportion(outcomes.stream().filter(Outcome::falseAlarm).count(), outcomes.size());
  }

  /** How many cells of the kinds that must be found are called something. */
  Proportion found(int cellsOfEach, Verdict verdict) {
    List<Outcome> outcomes = outcomes(cellsOfEach, Group.FOUND);
    return new Proportion(
        outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count(), outcomes.size());
  }
}
