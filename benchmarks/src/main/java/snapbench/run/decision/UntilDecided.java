package snapbench.run.decision;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import snapbench.model.Fork;
import snapbench.model.Look;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.RunOptions;

/**
 * Looks at a cell again, in new forks of twice as many measured iterations, until it is decided or
 * a fork would have more cycles than the limit. Pure.
 *
 * <p>How many looks there can be is settled after the first, by its number of cycles alone, so that
 * all of them share the error rate from the first on.
 *
 * @param decision judges each look
 * @param maxCycles most cycles of a fork; empty where the standard applies
 * @param files how many cell files the first looks have
 */
public record UntilDecided(StoppingRule decision, OptionalLong maxCycles, int files) {
  /** The limit where none is given: as many times the cycles of the first look, so four looks. */
  static final int STANDARD_MULTIPLE = 8;

  /**
   * What follows a look.
   *
   * @param look which it was, of how many
   * @param line says what it came to
   * @param next the next look; null if it was the last
   */
  public record Outcome(Look look, String line, @Nullable PlannedCell next) {}

  /**
   * Judges a look.
   *
   * @param cell the cell, planned for this look
   * @param forks its forks, all measured
   */
  public Outcome after(PlannedCell cell, List<Fork> forks) {
    long cycles = cycles(forks).max().orElse(0);
    if (cycles == 0) {
      String nothing = ": no cycles are on record, so that there is nothing to judge";
      return new Outcome(cell.look(), cell.look() + nothing, null);
    }
    Look look = cell.look().isFirst() ? new Look(1, looks(cycles)) : cell.look();
    StoppingRule.Answer answer = decision.decide(forks, look.of());
    boolean again = !answer.isDecided() && look.number() < look.of();
    String line =
        look
            + ", "
            + described(forks)
            + ": "
            + answer.estimate()
            + (answer.isDecided() ? "" : again ? startingAgain(cell, forks) : atTheLimit());
    return new Outcome(look, line, again ? cell.again(look.of(), files) : null);
  }

  private int looks(long firstCycles) {
    return looks(firstCycles, maxCycles.orElse(STANDARD_MULTIPLE * firstCycles));
  }

  /** How many looks there can be, of twice as many cycles each, within a limit. */
  static int looks(long firstCycles, long limit) {
    int looks = 1;
    for (long cycles = 2 * firstCycles; cycles <= limit; cycles *= 2) {
      looks++;
    }
    return looks;
  }

  private static String described(List<Fork> forks) {
    long least = cycles(forks).min().orElse(0);
    long most = cycles(forks).max().orElse(0);
    return (least == most ? "" : least + " to ")
        + most
        + " cycles"
        + (forks.size() == 1 ? "" : " in each of " + forks.size() + " forks");
  }

  private static String startingAgain(PlannedCell cell, List<Fork> forks) {
    long warmup = most(forks, fork -> count(fork, true));
    long measured = most(forks, fork -> count(fork, false));
    return "; starting again with "
        + (cell.mode() == Mode.SingleShotTime ? "" : "about ")
        + (warmup + 2 * measured)
        + " cycles";
  }

  private String atTheLimit() {
    return maxCycles.isPresent()
        ? "; more cycles than "
            + RunOptions.MAX_CYCLES
            + " "
            + maxCycles.getAsLong()
            + " allows"
            + " would be needed"
        : "; not decided within "
            + STANDARD_MULTIPLE
            + " times the cycles of the first look, "
            + RunOptions.MAX_CYCLES
            + " sets another limit";
  }

  private static LongStream cycles(List<Fork> forks) {
    return forks.stream().mapToLong(fork -> fork.cycles().size());
  }

  private static long most(List<Fork> forks, ToLongFunction<Fork> count) {
    return forks.stream().mapToLong(count).max().orElse(0);
  }

  private static long count(Fork fork, boolean warmup) {
    return fork.cycles().stream().filter(cycle -> cycle.warmup() == warmup).count();
  }
}
