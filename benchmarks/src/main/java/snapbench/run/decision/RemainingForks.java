package snapbench.run.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.openjdk.jmh.annotations.Mode;
import snapbench.run.plan.PlannedCell;
import snapbench.run.plan.PlannedFork;

/**
 * What may follow a call: the calls that are planned and, where cells are looked at until they are
 * decided, all looks that there can be.
 */
public final class RemainingForks {
  private final boolean untilDecided;
  private final OptionalLong maxCycles;
  private boolean known = true;

  /**
   * With how cells are looked at.
   *
   * @param maxCycles most cycles of a fork; empty where the standard applies
   */
  public RemainingForks(boolean untilDecided, OptionalLong maxCycles) {
    this.untilDecided = untilDecided;
    this.maxCycles = maxCycles;
  }

  /** Whether it may also turn out less. */
  public boolean isAtMost() {
    return untilDecided;
  }

  /** Whether it was known, at the last call, how many looks there can be. */
  public boolean isKnown() {
    return known;
  }

  /** The calls that may follow one at most. */
  public List<PlannedFork> following(List<PlannedFork> calls, int index) {
    List<PlannedFork> following = new ArrayList<>(calls.subList(index + 1, calls.size()));
    known = true;
    if (untilDecided) {
      Map<Integer, PlannedCell> last = new LinkedHashMap<>();
      calls
          .subList(index, calls.size())
          .forEach(call -> last.put(call.cell().number(), call.cell()));
      last.values().forEach(cell -> following.addAll(furtherLooks(cell)));
    }
    return following;
  }

  private List<PlannedFork> furtherLooks(PlannedCell planned) {
    OptionalInt looks =
        planned.look().isFirst() ? looks(planned) : OptionalInt.of(planned.look().of());
    known &= looks.isPresent();
    List<PlannedFork> calls = new ArrayList<>();
    PlannedCell cell = planned;
    while (cell.look().number() < looks.orElse(0)) {
      cell = cell.again(looks.getAsInt(), 0);
      calls.addAll(cell.calls());
    }
    return calls;
  }

  /** Before the first look its number of cycles is known in single-shot mode only. */
  private OptionalInt looks(PlannedCell cell) {
    if (maxCycles.isEmpty()) {
      return OptionalInt.of(UntilDecided.looks(1, UntilDecided.STANDARD_MULTIPLE));
    }
    return cell.mode() == Mode.SingleShotTime && cell.iterations().all() > 0
        ? OptionalInt.of(UntilDecided.looks(cell.iterations().all(), maxCycles.getAsLong()))
        : OptionalInt.empty();
  }
}
