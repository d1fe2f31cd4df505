package snapbench.analysis.gate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.comparison.Comparison;
import snapbench.analysis.comparison.Measure;
import snapbench.analysis.fork.Cause;
import snapbench.analysis.fork.JudgedForks;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Looks;

/** A condition of {@code --fail-on}: what must not come true. */
public sealed interface Gate permits CauseGate, RatioGate, VerdictGate {
  /** The option that takes conditions. */
  String OPTION = "--fail-on";

  /** Whether it was crossed. */
  enum State {
    /** It came true, beyond doubt. */
    CROSSED,
    /** It did not, or not beyond doubt. */
    KEPT,
    /** There is not enough to tell. */
    UNDECIDED
  }

  /**
   * What became of a gate at one of the things that it is about.
   *
   * @param state what became of it
   * @param line the condition, what it is about, and what was found
   */
  record Check(State state, String line) {}

  /**
   * What there is to check.
   *
   * @param forks the forks of the run that is judged
   * @param cells the forks that were measured of each cell, of the look that counts, judged
   * @param comparison with a reference; null if there is none
   */
  record Measured(List<Fork> forks, List<JudgedForks> cells, @Nullable Comparison comparison) {
    public Measured {
      forks = List.copyOf(forks);
      cells = List.copyOf(cells);
    }

    /** Of forks that were not judged yet: a gate judges what it is about. */
    public static Measured of(
        List<Fork> forks, Thresholds thresholds, @Nullable Comparison comparison) {
      return new Measured(
          forks,
          Looks.of(forks).measured().values().stream()
              .map(cell -> JudgedForks.of(cell, thresholds))
              .toList(),
          comparison);
    }

    /**
     * What a gate finds in each cell, and what it cannot tell: of those that failed, with the
     * reason, each once.
     */
    List<Check> ofEachCell(Gate gate, BiFunction<String, JudgedForks, Stream<Check>> check) {
      Map<CellKey, JudgedForks> byKey = new LinkedHashMap<>();
      cells.forEach(cell -> byKey.put(cell.forks().get(0).fork().key(), cell));
      Stream<Check> failed =
          forks.stream()
              .filter(fork -> fork.state() == Fork.State.FAILED)
              .filter(fork -> !byKey.containsKey(fork.key()))
              .map(fork -> gate + ": " + fork.key() + ": failed: " + fork.reason())
              .distinct()
              .map(line -> new Check(State.UNDECIDED, line));
      return Stream.concat(
              byKey.entrySet().stream()
                  .flatMap(cell -> check.apply(gate + ": " + cell.getKey(), cell.getValue())),
              failed)
          .toList();
    }
  }

  /**
   * Reads conditions.
   *
   * @param conditions separated by commas
   * @throws InvalidInputException naming the condition that is none, and the valid ones
   */
  static List<Gate> parse(String conditions) throws InvalidInputException {
    List<Gate> gates = new ArrayList<>();
    for (String condition : conditions.split(",", -1)) {
      gates.add(parseOne(condition.strip()));
    }
    return gates;
  }

  private static Gate parseOne(String condition) throws InvalidInputException {
    return named(Verdict.class, condition)
        .<Gate>map(VerdictGate::new)
        .or(() -> named(Cause.class, condition).map(CauseGate::new))
        .or(() -> RatioGate.parse(condition))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    ("%s %s is not a condition; choose NAME<RATIO or NAME>RATIO, with NAME one of"
                            + " %s; or a verdict: %s; or a cause: %s")
                        .formatted(
                            OPTION,
                            condition,
                            Measure.labels(),
                            names(Verdict.class),
                            names(Cause.class))));
  }

  private static <E extends Enum<E>> Optional<E> named(Class<E> type, String condition) {
    return EnumSet.allOf(type).stream()
        .filter(each -> each.name().equals(condition.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Whether it can be checked only where something is compared with a reference. */
  default boolean needsReference() {
    return false;
  }

  /**
   * Checks it.
   *
   * @param measured what it may be about; with a comparison, if the gate needs a reference
   * @throws InvalidInputException if it is about nothing, so that it could never be crossed
   */
  List<Check> check(Measured measured) throws InvalidInputException;
}
