package snapbench.report.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import snapbench.model.BenchmarkNames;
import snapbench.model.Cell;
import snapbench.model.CellKey;
import snapbench.model.Fork;
import snapbench.model.Parameter;
import snapbench.report.text.Texts;

/**
 * Names the cells of a run as a reader would: a cell of the run's most usual benchmark by its kind
 * of snapshot ("memory"), any other by the benchmark ("dump live"), and both by those parameters
 * that differ ("memory, threads=1").
 */
public final class Cells {
  private static final String USUAL_BENCHMARK = "snapshotAndDump";
  private static final String SNAPSHOT = Parameter.SNAPSHOT.label();

  private final List<Fork> forks;
  private final BenchmarkNames benchmarks;
  private final boolean severalBenchmarks;
  private final boolean oneAtATime;

  private Cells(List<Fork> forks) {
    this.forks = forks;
    this.benchmarks = new BenchmarkNames(forks.stream().map(Fork::benchmark).toList());
    this.severalBenchmarks = forks.stream().map(Fork::benchmark).distinct().count() > 1;
    this.oneAtATime = isOneAtATime(forks);
  }

  /** Whether several parameters differ in the run, but no fork differs in two from the first. */
  private static boolean isOneAtATime(List<Fork> forks) {
    Set<Set<String>> differing =
        forks.stream().map(fork -> differences(fork, forks.get(0))).collect(Collectors.toSet());
    differing.remove(Set.of());
    return differing.size() > 1 && differing.stream().allMatch(each -> each.size() == 1);
  }

  private static Set<String> differences(Fork fork, Fork first) {
    Set<String> names = new TreeSet<>(fork.params().keySet());
    names.retainAll(first.params().keySet());
    names.removeIf(
        name -> String.valueOf(fork.params().get(name)).equals(first.params().get(name)));
    return names;
  }

  /** The cells of some forks, in their order. */
  public static List<Cell> of(List<Fork> forks) {
    return new Cells(forks).cells();
  }

  private List<Cell> cells() {
    Map<CellKey, List<Fork>> groups =
        forks.stream()
            .collect(Collectors.groupingBy(Fork::key, LinkedHashMap::new, Collectors.toList()));
    List<Cell> cells = named(groups.values(), this::name);
    if (areDistinct(cells)) {
      return cells;
    }
    List<Cell> full = named(groups.values(), this::fullName);
    return areDistinct(full) ? full : numbered(full);
  }

  private static boolean areDistinct(List<Cell> cells) {
    return cells.stream().map(Cell::name).distinct().count() == cells.size();
  }

  /** Where they differ beyond what is shown of a long value. */
  private static List<Cell> numbered(List<Cell> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> new Cell(cells.get(i).name() + " (" + (i + 1) + ")", cells.get(i).forks()))
        .toList();
  }

  private static List<Cell> named(Collection<List<Fork>> groups, Function<Fork, String> naming) {
    return groups.stream().map(forks -> new Cell(naming.apply(forks.get(0)), forks)).toList();
  }

  private String name(Fork fork) {
    Set<String> differing = oneAtATime ? differences(fork, forks.get(0)) : differingParams(fork);
    String snapshot = fork.params().get(SNAPSHOT);
    boolean usual = fork.key().method().equals(USUAL_BENCHMARK) && snapshot != null;
    List<String> parts = new ArrayList<>();
    if (usual && snapshot != null) {
      parts.add(Texts.shortened(snapshot));
    } else if (severalBenchmarks || differing.isEmpty()) {
      String benchmark = benchmarks.of(fork.benchmark());
      parts.add(benchmark.contains(".") ? benchmark : Texts.words(benchmark));
    }
    for (String param : differing) {
      String value = fork.params().getOrDefault(param, "");
      if (!param.equals(SNAPSHOT)) {
        parts.add(param + "=" + Texts.shortened(value));
      } else if (!usual) {
        parts.add(Texts.shortened(value));
      }
    }
    if (differs(fork, Fork::mode)) {
      parts.add(fork.mode());
    }
    return String.join(", ", parts);
  }

  private String fullName(Fork fork) {
    return fork.params().entrySet().stream()
        .map(each -> Texts.shortened(each.getKey()) + "=" + Texts.shortened(each.getValue()))
        .collect(
            Collectors.joining(
                ", ",
                fork.benchmark() + (fork.params().isEmpty() ? "" : ", "),
                forks.stream().map(Fork::mode).distinct().count() > 1 ? ", " + fork.mode() : ""));
  }

  private Set<String> differingParams(Fork fork) {
    Set<String> differing = new TreeSet<>(fork.params().keySet());
    differing.removeIf(param -> !differs(fork, each -> each.params().getOrDefault(param, "")));
    return differing;
  }

  /** Whether the forks of the same benchmark differ in something. */
  private boolean differs(Fork fork, Function<Fork, String> something) {
    return forks.stream()
        .filter(other -> other.benchmark().equals(fork.benchmark()))
        .anyMatch(other -> !something.apply(other).equals(something.apply(fork)));
  }
}
