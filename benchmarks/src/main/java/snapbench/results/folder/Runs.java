package snapbench.results.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import snapbench.model.Fork;

/**
 * Several runs as if they were one: the run becomes a parameter of each of its forks.
 *
 * @param runs the runs, at least one
 * @param parameter the parameter that names the run; null where there is one run only
 */
public record Runs(List<Run> runs, @Nullable String parameter) {
  private static final String PARAMETER = "run";

  public Runs {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("at least one run");
    }
  }

  /** A single run. */
  public static Runs of(Run run) {
    return new Runs(List.of(run), null);
  }

  /**
   * The runs with their forks numbered through and, where there are several, with a parameter that
   * names the run; a single run stays as it is.
   */
  public static Runs named(List<Run> runs) {
    if (runs.size() < 2) {
      return new Runs(runs, null);
    }
    String parameter = parameter(runs);
    List<String> names = distinctNames(runs);
    List<Run> named = new ArrayList<>();
    int forks = 0;
    for (int i = 0; i < runs.size(); i++) {
      named.add(named(runs.get(i), parameter, names.get(i), forks));
      forks += runs.get(i).forks().size();
    }
    return new Runs(named, parameter);
  }

  /** {@code run}, unless there is a parameter of that name already. */
  private static String parameter(List<Run> runs) {
    String name = PARAMETER;
    while (isTaken(runs, name)) {
      name += "_";
    }
    return name;
  }

  private static boolean isTaken(List<Run> runs, String name) {
    return runs.stream()
        .flatMap(run -> run.forks().stream())
        .anyMatch(fork -> fork.params().containsKey(name));
  }

  /** The last part of each path; with the folder before it, and so on, until all differ. */
  private static List<String> distinctNames(List<Run> runs) {
    List<Path> paths = runs.stream().map(run -> run.path().toAbsolutePath().normalize()).toList();
    int longest = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
    for (int parts = 1; parts <= longest; parts++) {
      List<String> names = new ArrayList<>();
      for (Path path : paths) {
        int from = Math.max(0, path.getNameCount() - parts);
        names.add(path.getNameCount() == 0 ? "/" : path.subpath(from, path.getNameCount()) + "");
      }
      if (Set.copyOf(names).size() == names.size()) {
        return names;
      }
    }
    throw new IllegalArgumentException("the same run twice: " + paths);
  }

  private static Run named(Run run, String parameter, String name, int before) {
    List<Fork> forks = new ArrayList<>();
    for (Fork fork : run.forks()) {
      forks.add(fork.renumbered(before + forks.size() + 1, with(fork.params(), parameter, name)));
    }
    return new Run(
        Path.of(name),
        forks,
        run.environment(),
        run.results().stream()
            .map(result -> result.withParams(with(result.params(), parameter, name)))
            .toList(),
        run.missing());
  }

  private static Map<String, String> with(
      Map<String, String> params, String parameter, String name) {
    Map<String, String> all = new LinkedHashMap<>(params);
    all.put(parameter, name);
    return all;
  }

  /** Some of them. */
  public Runs with(List<Run> some) {
    return new Runs(some, parameter);
  }

  /**
   * One run with the forks of all; its environment is that of the first, but interleaved only if
   * all are.
   */
  public Run merged() {
    if (runs.size() == 1) {
      return runs.get(0);
    }
    Map<String, Object> environment = new LinkedHashMap<>(runs.get(0).environment());
    if (!runs.stream().allMatch(Run::isInterleaved)) {
      environment.remove(Run.ORDER);
    }
    return new Run(
        Path.of(String.join(", ", names())),
        runs.stream().flatMap(run -> run.forks().stream()).toList(),
        environment,
        runs.stream().flatMap(run -> run.results().stream()).toList());
  }

  /** Their names; a single run is called by its folder's or file's name. */
  public List<String> names() {
    return parameter == null
        ? List.of(String.valueOf(runs.get(0).path().getFileName()))
        : runs.stream().map(run -> run.path().toString()).toList();
  }
}
