package snapbench.analysis.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;

/**
 * A cause that no cell must get, such as {@code NATIVE_LEAK}. Undecided where no ledger was read.
 *
 * @param unwanted the cause
 */
record CauseGate(Cause unwanted) implements Gate {

  /** The gate that a condition names; null if it names no cause. */
  static @Nullable CauseGate parse(String condition) {
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.name().equals(condition.toUpperCase(Locale.ROOT)))
        .findFirst()
        .map(CauseGate::new)
        .orElse(null);
  }

  /** All causes, for messages. */
  static String names() {
    return Arrays.stream(Cause.values()).map(Cause::name).collect(Collectors.joining(", "));
  }

  @Override
  public boolean needsReference() {
    return false;
  }

  @Override
  public List<Check> check(Measured measured) {
    return measured.ofEachCell(this, (about, cell) -> Stream.of(check(about + ": ", cell.cause())));
  }

  private Check check(String about, CellCause cause) {
    if (!cause.isKnown()) {
      return new Check(
          State.UNDECIDED, about + "no ledger was read; -prof process:ledger=true turns it on");
    }
    Optional<CauseFinding> found =
        cause.findings().stream().filter(each -> each.cause() == unwanted).findFirst();
    return new Check(
        found.isPresent() ? State.CROSSED : State.KEPT,
        about + found.map(CellCause::sentence).orElse("not found"));
  }

  @Override
  public String toString() {
    return unwanted.name();
  }
}
