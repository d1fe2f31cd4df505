package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.model.CellKey;
import snapbench.results.files.InvalidInputException;
import snapbench.results.folder.Run;

/**
 * Which cells are compared with which.
 *
 * @param pairs the pairs, at least one, in the order of the candidates
 * @param parameter the one parameter in which reference and candidate differ; null if in none
 * @param unmatched the cells that have nothing to be compared with, or were not measured
 */
public record Pairing(List<Pair> pairs, @Nullable String parameter, List<NotCompared> unmatched) {
  /** Copies the lists. */
  public Pairing {
    pairs = List.copyOf(pairs);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Pairs the cells of two runs: those that are equal or, if there are none, those that differ in
   * the same one parameter.
   *
   * @throws InvalidInputException if there are none of those either
   */
  public static Pairing between(Run base, Run candidate) throws InvalidInputException {
    Pairing pairing = matched(base, candidate);
    List<NotCompared> unmatched = new ArrayList<>(pairing.unmatched);
    unmatched.addAll(NotCompared.of(base, " in the reference"));
    unmatched.addAll(NotCompared.of(candidate, " in the candidate"));
    return new Pairing(pairing.pairs, pairing.parameter, unmatched);
  }

  private static Pairing matched(Run base, Run candidate) throws InvalidInputException {
    List<ComparedCell> references = measured(base);
    List<ComparedCell> candidates = measured(candidate);
    Pairing equal = pair(references, candidates, null, false);
    if (!equal.pairs.isEmpty()) {
      return equal;
    }
    List<Pairing> possible = new ArrayList<>();
    for (String parameter : parameters(references, candidates)) {
      if (values(references, parameter).size() == 1) {
        Pairing pairing = pair(references, candidates, parameter, false);
        if (!pairing.pairs.isEmpty()) {
          possible.add(pairing);
        }
      }
    }
    if (possible.size() == 1) {
      return possible.get(0);
    }
    throw new InvalidInputException(
        base.path()
            + " and "
            + candidate.path()
            + " have no cell in common, nor cells that all differ in the same one parameter: the"
            + " first has "
            + references.get(0).key()
            + ", the second "
            + candidates.get(0).key());
  }

  /**
   * Pairs each cell of a run that has another value of a parameter with the cell that has the given
   * one.
   *
   * @param run the run
   * @param reference {@code name=value}, for instance {@code driver=3.36.0.3}
   * @throws InvalidInputException if the run does not have that parameter, that value or another
   */
  public static Pairing within(Run run, String reference) throws InvalidInputException {
    return within(run, reference, null);
  }

  /**
   * The same of several runs that were merged. Pairs are made within each run; where a run has no
   * cell to compare with, with those of the other runs.
   *
   * @param origin the parameter that names the run; null if it is a single one
   * @throws InvalidInputException if the runs do not have that parameter, that value or another
   */
  public static Pairing within(Run run, String reference, @Nullable String origin)
      throws InvalidInputException {
    List<ComparedCell> all = measured(run);
    int equals = reference.indexOf('=');
    String parameter = equals < 0 ? reference : reference.substring(0, equals);
    String value = equals < 0 ? "" : reference.substring(equals + 1);
    if (equals < 0 || values(all, parameter).isEmpty()) {
      throw new InvalidInputException(
          "--reference " + reference + " is not a parameter and a value; " + choices(all));
    }
    Set<String> values = values(all, parameter);
    if (!values.contains(value) || values.size() == 1) {
      throw new InvalidInputException(
          "--reference "
              + reference
              + (values.contains(value)
                  ? " is all there is"
                  : " was not measured" + why(run, parameter, value))
              + "; "
              + run.path()
              + " has "
              + parameter
              + " "
              + String.join(", ", values));
    }
    Predicate<ComparedCell> isReference = cell -> value.equals(cell.key().params().get(parameter));
    List<ComparedCell> references = all.stream().filter(isReference).toList();
    List<ComparedCell> candidates = all.stream().filter(isReference.negate()).toList();
    boolean interleaved = run.isInterleaved() && !parameter.equals(origin);
    Pairing pairing = pair(references, candidates, parameter, interleaved);
    if (origin != null && !origin.equals(parameter)) {
      pairing = pairing.withPairsAcross(references, candidates, origin);
    }
    if (pairing.pairs.isEmpty()) {
      throw new InvalidInputException(
          "--reference " + reference + " has no cell that differs from another in it alone");
    }
    List<NotCompared> unmatched = new ArrayList<>(pairing.unmatched);
    unmatched.addAll(NotCompared.of(run, ""));
    return new Pairing(pairing.pairs, parameter, unmatched);
  }

  /** Why a parameter's value was not measured, in brackets; empty where that is not on record. */
  private static String why(Run run, String parameter, String value) {
    return run.cells().stream()
        .filter(fork -> value.equals(fork.params().get(parameter)))
        .map(fork -> " (" + fork.reason() + ")")
        .findFirst()
        .orElse("");
  }

  /** With pairs of different runs for the candidates that have none. */
  private Pairing withPairsAcross(
      List<ComparedCell> references, List<ComparedCell> candidates, String origin) {
    List<Pair> all = new ArrayList<>();
    for (ComparedCell candidate : candidates) {
      List<Pair> own = pairs.stream().filter(pair -> pair.candidate().equals(candidate)).toList();
      all.addAll(own);
      if (own.isEmpty() && parameter != null) {
        CellKey key = candidate.key().without(parameter).without(origin);
        references.stream()
            .filter(each -> each.key().without(parameter).without(origin).equals(key))
            .forEach(each -> all.add(new Pair(each, candidate, false)));
      }
    }
    return new Pairing(all, parameter, unmatched(references, candidates, all));
  }

  /** The parameters of which a run measured several values, with these, for messages. */
  public static String choices(Run run) throws InvalidInputException {
    return choices(measured(run));
  }

  private static String choices(List<ComparedCell> cells) {
    Map<String, Set<String>> several = new TreeMap<>();
    for (String parameter : parameters(cells, List.of())) {
      Set<String> values = values(cells, parameter);
      if (values.size() > 1) {
        several.put(parameter, values);
      }
    }
    return several.isEmpty()
        ? "the run measured one value of each parameter only"
        : several.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + String.join("|", entry.getValue()))
            .collect(Collectors.joining(", ", "choose one of ", ""));
  }

  private static List<ComparedCell> measured(Run run) throws InvalidInputException {
    List<ComparedCell> cells = ComparedCell.of(run);
    if (cells.isEmpty()) {
      throw new InvalidInputException(run.path() + " has no cell that was measured");
    }
    for (ComparedCell cell : cells) {
      if (run.results().stream().filter(each -> each.isOf(cell.forks().get(0))).count() > 1) {
        throw new InvalidInputException(run.path() + " has more than one result of " + cell.key());
      }
    }
    return cells;
  }

  private static Pairing pair(
      List<ComparedCell> references,
      List<ComparedCell> candidates,
      @Nullable String parameter,
      boolean interleaved) {
    UnaryOperator<CellKey> key =
        each ->
            parameter == null || !each.params().containsKey(parameter)
                ? each
                : each.without(parameter);
    List<Pair> pairs = new ArrayList<>();
    for (ComparedCell candidate : candidates) {
      for (ComparedCell reference : references) {
        if (key.apply(reference.key()).equals(key.apply(candidate.key()))) {
          boolean inTurns =
              interleaved && reference.hasNumberedForks() && candidate.hasNumberedForks();
          pairs.add(new Pair(reference, candidate, inTurns));
        }
      }
    }
    return new Pairing(pairs, parameter, unmatched(references, candidates, pairs));
  }

  private static List<NotCompared> unmatched(
      List<ComparedCell> references, List<ComparedCell> candidates, List<Pair> pairs) {
    return Stream.concat(
            only("reference", references, pairs, Pair::reference),
            only("candidate", candidates, pairs, Pair::candidate))
        .toList();
  }

  private static Stream<NotCompared> only(
      String side, List<ComparedCell> cells, List<Pair> pairs, Function<Pair, ComparedCell> of) {
    return cells.stream()
        .filter(cell -> pairs.stream().map(of).noneMatch(cell::equals))
        .map(cell -> new NotCompared(cell.key().toString(), null, "only in the " + side));
  }

  private static Set<String> parameters(List<ComparedCell> first, List<ComparedCell> second) {
    return Stream.concat(first.stream(), second.stream())
        .flatMap(cell -> cell.key().params().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> values(List<ComparedCell> cells, String parameter) {
    return cells.stream()
        .filter(cell -> cell.key().params().containsKey(parameter))
        .map(cell -> String.valueOf(cell.key().params().get(parameter)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
