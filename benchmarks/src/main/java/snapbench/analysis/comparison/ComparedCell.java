package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import snapbench.analysis.fork.CountedAgain;
import snapbench.model.CellKey;
import snapbench.model.Fork;
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

  public ComparedCell {
    forks = List.copyOf(forks);
    if (forks.isEmpty()) {
      throw new IllegalArgumentException("a compared cell needs a fork");
    }
  }

  /** What of the resident set of its processes is counted again. */
  public CountedAgain countedAgain() {
    return CountedAgain.of(forks);
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
   * The cells of a run, in its order, with the forks of the look that counts; not those of which
   * nothing was measured.
   */
  static List<ComparedCell> of(Run run) {
    List<ComparedCell> all = new ArrayList<>();
    Looks.of(run.forks())
        .measured()
        .forEach(
            (key, forks) ->
                run.results().stream()
                    .filter(result -> result.isOf(forks.get(0)))
                    .findFirst()
                    .ifPresent(result -> all.add(new ComparedCell(key, forks, result))));
    return all;
  }
}
