package snapbench.analysis.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.results.folder.Looks;
import snapbench.results.folder.Run;
import snapbench.results.jmh.JmhResult;

/**
 * One side of a comparison: the forks of a benchmark in one mode with one value for each parameter.
 *
 * @param key what it is
 * @param forks its forks that were measured, at least one
 * @param result JMH's result of them
 */
public record ComparedCell(CellKey key, List<Fork> forks, JmhResult result) {

  /** Copies the list. */
  public ComparedCell {
    forks = List.copyOf(forks);
    if (forks.isEmpty()) {
      throw new IllegalArgumentException("a contender needs a fork");
    }
  }

  /** Whether each fork is known by its number: not where they are of several looks. */
  boolean hasNumberedForks() {
    return forks.stream().allMatch(fork -> fork.fork() > 0 && fork.look().number() == 1)
        && forks.stream().mapToInt(Fork::fork).distinct().count() == forks.size();
  }

  /**
   * Whether each fork has its row of JMH's result: not in sample mode, nor where one failed after
   * JMH had its score.
   */
  boolean hasRowOfEachFork() {
    return result.primaryMetric().rawData().size() == forks.size();
  }

  /**
   * The contenders of a run, in its order, each of the look that counts; what was not measured has
   * none.
   */
  static List<ComparedCell> of(Run run) {
    Map<CellKey, List<Fork>> groups =
        Looks.of(run.cells()).counting().stream()
            .filter(cell -> cell.state() == State.MEASURED)
            .collect(Collectors.groupingBy(Fork::key, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .flatMap(
            group ->
                result(run, group.getValue().get(0))
                    .map(result -> new ComparedCell(group.getKey(), group.getValue(), result))
                    .stream())
        .toList();
  }

  private static Optional<JmhResult> result(Run run, Fork cell) {
    return run.results().stream().filter(result -> result.isOf(cell)).findFirst();
  }
}
