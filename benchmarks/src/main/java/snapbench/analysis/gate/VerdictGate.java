package snapbench.analysis.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.fork.ForkJudgement;
import snapbench.analysis.fork.ForkSeries;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.CellKey;
import snapbench.model.Fork;

/**
 * A verdict that no cell must get, such as {@code GROWING}: on its resident set, descriptors or
 * threads. Undecided on what was not read.
 *
 * @param unwanted the verdict
 */
record VerdictGate(Verdict unwanted) implements Gate {

  /** The gate that a condition names; null if it names no verdict. */
  static @Nullable VerdictGate parse(String condition) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(condition.toUpperCase(Locale.ROOT)))
        .findFirst()
        .map(VerdictGate::new)
        .orElse(null);
  }

  /** All verdicts, for messages. */
  static String names() {
    return Arrays.stream(Verdict.values()).map(Verdict::name).collect(Collectors.joining(", "));
  }

  @Override
  public boolean needsReference() {
    return false;
  }

  @Override
  public List<Check> check(Measured measured) {
    List<Check> checks = new ArrayList<>();
    measured
        .forks()
        .forEach(
            (key, forks) ->
                ForkSeries.quantities()
                    .forEach(quantity -> checks.add(check(key, forks, quantity, measured))));
    checks.addAll(measured.failed(this));
    return checks;
  }

  private Check check(CellKey key, List<Fork> forks, Quantity quantity, Measured measured) {
    ForkJudgement judgement =
        ForkJudgement.of(forks, quantity, measured.thresholds(), ForkSeries.alpha(forks.get(0)));
    boolean isRead = judgement.forks().stream().anyMatch(fork -> fork.points() > 1);
    return new Check(
        !isRead ? State.UNDECIDED : judgement.verdict() == unwanted ? State.CROSSED : State.KEPT,
        this + ": " + key + ", " + quantity.name() + ": " + judgement.reason());
  }

  @Override
  public String toString() {
    return unwanted.name();
  }
}
