package snapbench.analysis.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.CauseFinding;
import snapbench.analysis.fork.ForkCause;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.Thresholds;
import snapbench.model.CellKey;
import snapbench.model.Fork;

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
    List<Check> checks = new ArrayList<>();
    measured.forks().forEach((key, forks) -> checks.add(check(key, forks, measured.thresholds())));
    checks.addAll(measured.failed(this));
    return checks;
  }

  private Check check(CellKey key, List<Fork> forks, Thresholds thresholds) {
    ForkCause cause = ForkCause.of(forks, thresholds, ForkSeries.alpha(forks.get(0)));
    String about = this + ": " + key + ": ";
    if (!cause.isKnown()) {
      return new Check(
          State.UNDECIDED, about + "no ledger was read; -prof process:ledger=true turns it on");
    }
    Optional<CauseFinding> found =
        cause.findings().stream().filter(each -> each.cause() == unwanted).findFirst();
    return new Check(
        found.isPresent() ? State.CROSSED : State.KEPT,
        about + found.map(ForkCause::sentence).orElse("not found"));
  }

  @Override
  public String toString() {
    return unwanted.name();
  }
}
