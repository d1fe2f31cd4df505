package snapbench.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several runs as if they were one: the run becomes a parameter of each of its cells. */
public final class Runs {
  private static final String PARAMETER = "run";

  private Runs() {}

  /**
   * The runs with their cells numbered through and, where there are several, with a parameter that
   * names the run; a single run stays as it is.
   */
  public static List<Run> named(List<Run> runs) {
    if (runs.size() < 2) {
      return List.copyOf(runs);
    }
    String parameter = parameter(runs);
    List<String> names = names(runs);
    List<Run> named = new ArrayList<>();
    int cells = 0;
    for (int i = 0; i < runs.size(); i++) {
      named.add(named(runs.get(i), parameter, names.get(i), cells));
      cells += runs.get(i).cells().size();
    }
    return named;
  }

  /** The parameter that names the run: {@code run}, unless there is one of that name already. */
  public static String parameter(List<Run> runs) {
    String name = PARAMETER;
    while (isTaken(runs, name)) {
      name += "_";
    }
    return name;
  }

  private static boolean isTaken(List<Run> runs, String name) {
    return runs.stream()
        .flatMap(run -> run.cells().stream())
        .anyMatch(cell -> cell.params().containsKey(name));
  }

  /** The last part of each path; with the folder before it, and so on, until all differ. */
  private static List<String> names(List<Run> runs) {
    List<Path> paths = runs.stream().map(run -> run.path().toAbsolutePath().normalize()).toList();
    int longest = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
    for (int parts = 1; parts <= longest; parts++) {
      List<String> names = new ArrayList<>();
      for (Path path : paths) {
        int from = Math.max(0, path.getNameCount() - parts);
        names.add(path.getNameCount() == 0 ? "/" : path.subpath(from, path.getNameCount()) + "");
      }
      if (Set.copyOf(new LinkedHashSet<>(names)).size() == names.size()) {
        return names;
      }
    }
    throw new IllegalArgumentException("the same run twice: " + paths);
  }

  private static Run named(Run run, String parameter, String name, int cellsBefore) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : run.cells()) {
      cells.add(
          cell.renumbered(
              cellsBefore + cells.size() + 1, with(cell.params(), parameter, name)));
    }
    return new Run(
        Path.of(name),
        cells,
        run.environment(),
        run.results().stream()
            .map(result -> result.withParams(with(result.params(), parameter, name)))
            .toList());
  }

  private static Map<String, String> with(
      Map<String, String> params, String parameter, String name) {
    Map<String, String> all = new LinkedHashMap<>(params);
    all.put(parameter, name);
    return all;
  }

  /**
   * One run with the cells of all; its environment is that of the first.
   *
   * @param named at least one, named
   */
  public static Run merged(List<Run> named) {
    if (named.size() == 1) {
      return named.get(0);
    }
    return new Run(
        Path.of(String.join(", ", named.stream().map(run -> run.path().toString()).toList())),
        named.stream().flatMap(run -> run.cells().stream()).toList(),
        named.get(0).environment(),
        named.stream().flatMap(run -> run.results().stream()).toList());
  }
}
