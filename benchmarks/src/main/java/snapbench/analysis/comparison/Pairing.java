package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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
  public Pairing {
    pairs = List.copyOf(pairs);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Pairs the cells of two runs: those that are equal or, if there are none, those that differ in
   * the same one parameter. A parameter that a benchmark has in one of the runs only sets nothing
   * apart: it was added or removed between them.
   *
   * @throws InvalidInputException if there are none of those either
   */
  public static Pairing between(Run base, Run candidate) throws InvalidInputException {
    return matched(base, candidate)
        .with(NotCompared.of(base, " in the reference"))
        .with(NotCompared.of(candidate, " in the candidate"));
  }

  private Pairing with(List<NotCompared> more) {
    return new Pairing(pairs, parameter, Stream.concat(unmatched.stream(), more.stream()).toList());
  }

  private static Pairing matched(Run base, Run candidate) throws InvalidInputException {
    List<ComparedCell> references = measured(base);
    List<ComparedCell> candidates = measured(candidate);
    Pairing equal = pair(references, candidates, null, false);
    if (!equal.pairs.isEmpty()) {
      return equal;
    }
    List<Pairing> possible =
        parameters(references, candidates).stream()
            .filter(parameter -> values(references, parameter).size() == 1)
            .map(parameter -> pair(references, candidates, parameter, false))
            .filter(pairing -> !pairing.pairs.isEmpty())
            .toList();
    if (possible.size() == 1) {
      return possible.get(0);
    }
    throw new InvalidInputException(
        ("%s and %s have no cell in common, nor cells that all differ in the same one parameter:"
                + " the first has %s, the second %s")
            .formatted(
                base.path(), candidate.path(), references.get(0).key(), candidates.get(0).key()));
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
      String why =
          values.contains(value)
              ? "is all there is"
              : "was not measured" + why(run, parameter, value);
      throw new InvalidInputException(
          "--reference %s %s; %s has %s %s"
              .formatted(reference, why, run.path(), parameter, String.join(", ", values)));
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
    return pairing.with(NotCompared.of(run, ""));
  }

  /** Why a parameter's value was not measured, in brackets; empty where that is not on record. */
  private static String why(Run run, String parameter, String value) {
    return run.forks().stream()
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
    List<String> several =
        parameters(cells, List.of()).stream()
            .filter(parameter -> values(cells, parameter).size() > 1)
            .map(parameter -> parameter + "=" + String.join("|", values(cells, parameter)))
            .toList();
    return several.isEmpty()
        ? "the run measured one value of each parameter only"
        : "choose one of " + String.join(", ", several);
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
    List<CellKey> keys =
        references.stream().map(each -> shared(each.key(), candidates, parameter)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (ComparedCell candidate : candidates) {
      CellKey key = shared(candidate.key(), references, parameter);
      for (int i = 0; i < keys.size(); i++) {
        if (keys.get(i).equals(key)) {
          ComparedCell reference = references.get(i);
          boolean inTurns =
              interleaved && reference.hasNumberedForks() && candidate.hasNumberedForks();
          pairs.add(new Pair(reference, candidate, inTurns));
        }
      }
    }
    return new Pairing(pairs, parameter, unmatched(references, candidates, pairs));
  }

  /** A key with the parameters that the benchmark has on the other side, too, but for one. */
  private static CellKey shared(
      CellKey key, List<ComparedCell> others, @Nullable String parameter) {
    Map<String, String> params = new LinkedHashMap<>(key.params());
    params.keySet().remove(parameter);
    params
        .keySet()
        .retainAll(
            parameters(
                others.stream()
                    .filter(other -> other.key().benchmark().equals(key.benchmark()))
                    .toList(),
                List.of()));
    return new CellKey(key.benchmark(), key.mode(), params);
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
