package snapbench.analysis.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.CellCause;

/**
 * A cause that no cell must get, such as {@code NATIVE_LEAK}. Undecided where no ledger was read.
 *
 * @param unwanted the cause
 */
record CauseGate(Cause unwanted) implements Gate {

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
        about + found.map(CauseFinding::sentence).orElse("not found"));
  }

  @Override
  public String toString() {
    return unwanted.name();
  }
}
