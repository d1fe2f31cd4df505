package snapbench.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import snapbench.results.Cell;
import snapbench.results.Cell.State;
import snapbench.results.JmhResult;
import snapbench.results.Looks;
import snapbench.results.Run;

/**
 * One side of a comparison: the forks of a benchmark in one mode with one value for each parameter.
 *
 * @param key what it is
 * @param forks its forks that were measured, at least one
 * @param result JMH's result of them
 */
public record Contender(Key key, List<Cell> forks, JmhResult result) {

  /** Copies the list. */
  public Contender {
    forks = List.copyOf(forks);
    if (forks.isEmpty()) {
      throw new IllegalArgumentException("a contender needs a fork");
    }
  }

  /** Whether each fork is known by its number: not where they are of several looks. */
  boolean hasNumberedForks() {
    return forks.stream().allMatch(fork -> fork.fork() > 0 && fork.look().number() == 1)
        && forks.stream().mapToInt(Cell::fork).distinct().count() == forks.size();
  }

  /**
   * Whether each fork has its row of JMH's result: not in sample mode, nor where one failed after
   * JMH had its score.
   */
  boolean hasRowOfEachFork() {
    return result.primaryMetric().rawData().size() == forks.size();
  }

  /**
   * What two cells must share to be compared.
   *
   * @param benchmark class and method
   * @param mode JMH's short name of the mode
   * @param params value of each parameter by name
   */
  public record Key(String benchmark, String mode, Map<String, String> params) {
    /** Copies the map. */
    public Key {
      params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    static Key of(Cell cell) {
      return new Key(cell.benchmark(), cell.mode(), cell.params());
    }

    /** The same but for one parameter. */
    Key without(String parameter) {
      Map<String, String> rest = new LinkedHashMap<>(params);
      rest.remove(parameter);
      return new Key(benchmark, mode, rest);
    }

    /** Method, parameters and mode, for messages. */
    @Override
    public String toString() {
      String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
      return method
          + new TreeMap<>(params)
              .entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + entry.getValue())
                  .collect(Collectors.joining(", ", " (", "; " + mode + ")"))
                  .replace(" (; ", " (");
    }
  }

  /**
   * The contenders of a run, in its order, each of the look that counts; what was not measured has
   * none.
   */
  static List<Contender> of(Run run) {
    Map<Key, List<Cell>> groups =
        Looks.of(run.cells()).counting().stream()
            .filter(cell -> cell.state() == State.MEASURED)
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .flatMap(
            group ->
                result(run, group.getValue().get(0))
                    .map(result -> new Contender(group.getKey(), group.getValue(), result))
                    .stream())
        .toList();
  }

  private static Optional<JmhResult> result(Run run, Cell cell) {
    return run.results().stream().filter(result -> result.isOf(cell)).findFirst();
  }
}
