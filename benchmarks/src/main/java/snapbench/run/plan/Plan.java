package snapbench.run.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import snapbench.host.doctor.RunSize;
import snapbench.results.files.InvalidInputException;

/**
 * Which cells a run has, in the order in which JMH would measure them: by mode, then by name, then
 * by parameters, each in the order of its values on the command line; what runs in this process
 * comes last. Pure: nothing is started, nothing but the parameters' own files is looked at.
 *
 * @param cells the cells
 * @param interleaved whether to measure in rounds over all cells, one fork each, there and back, so
 *     that what changes on the machine meets all of them alike; instead of all forks of a cell,
 *     then the next
 * @param leftOut why combinations of values are left out, each reason once
 */
public record Plan(List<PlannedCell> cells, boolean interleaved, List<String> leftOut) {
  /** Every second round in the opposite order, so that a steady drift meets no cell first. */
  private static final Comparator<PlannedFork> ROUNDS =
      Comparator.<PlannedFork, Boolean>comparing(call -> call.cell().inProcess())
          .thenComparing(PlannedFork::fork)
          .thenComparing(
              call -> call.fork() % 2 == 0 ? -call.cell().number() : call.cell().number());

  public Plan {
    cells = List.copyOf(cells);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Makes a plan.
   *
   * @param options the command line
   * @param benchmarks those that match it
   * @param checks what is valid for each parameter; a combination of values that makes no sense is
   *     left out
   * @throws InvalidInputException if no benchmark matches, a parameter's name or value is wrong, a
   *     value makes sense in no combination, or the runs' folder cannot be on a class path
   */
  public static Plan of(
      RunOptions options, Collection<BenchmarkListEntry> benchmarks, ParameterChecks checks)
      throws InvalidInputException {
    checkParameters(options, benchmarks, checks);
    ParameterChecks.checkResults(options.results());
    Combinations combinations = combinations(options, benchmarks, checks);
    List<PlannedCell> cells = new ArrayList<>();
    int number = 1;
    for (boolean inProcess : new boolean[] {false, true}) {
      for (BenchmarkListEntry entry : combinations.all()) {
        CellPlanner planner = new CellPlanner(options.jmh(), entry);
        if (planner.inProcess() == inProcess) {
          PlannedCell cell = planner.plan(number);
          checkLimit(options, cell);
          cells.add(cell);
          number += cell.forks();
        }
      }
    }
    return new Plan(cells, options.isInterleaved(), combinations.objections());
  }

  private static Combinations combinations(
      RunOptions options, Collection<BenchmarkListEntry> benchmarks, ParameterChecks checks)
      throws InvalidInputException {
    Combinations combinations = new Combinations(options, checks);
    for (BenchmarkListEntry benchmark : benchmarks) {
      for (Mode mode : modes(options, benchmark)) {
        combinations.add(benchmark.cloneWith(mode));
      }
    }
    return combinations;
  }

  /** The values that cells have for a parameter, each once. */
  public List<String> values(String parameter) {
    return cells.stream()
        .flatMap(cell -> Optional.ofNullable(cell.params().get(parameter)).stream())
        .distinct()
        .toList();
  }

  /** Every call of JMH's runner, in order. */
  public List<PlannedFork> calls() {
    Stream<PlannedFork> calls = cells.stream().flatMap(cell -> cell.calls().stream());
    return interleaved ? calls.sorted(ROUNDS).toList() : calls.toList();
  }

  /**
   * What the cell that needs most will need of the machine.
   *
   * @param results where the runs' folders are
   */
  public RunSize size(Path results) {
    return PlannedSize.of(this, results);
  }

  /** An iteration has at least one cycle; in single-shot mode it has no more. */
  private static void checkLimit(RunOptions options, PlannedCell cell)
      throws InvalidInputException {
    Iterations first = cell.iterations();
    if (options.maxCycles().orElse(first.all()) < first.all()) {
      throw new InvalidInputException(
          RunOptions.MAX_CYCLES
              + " "
              + options.maxCycles().orElse(0)
              + " is less than the first look needs ("
              + first.warmup()
              + " warm-up and "
              + first.measured()
              + " measured iterations); choose at least "
              + first.all());
    }
  }

  private static void checkParameters(
      RunOptions options, Collection<BenchmarkListEntry> benchmarks, ParameterChecks checks)
      throws InvalidInputException {
    Map<String, String[]> known = new TreeMap<>();
    benchmarks.forEach(benchmark -> known.putAll(Combinations.declared(benchmark)));
    for (String name : options.parameterNames()) {
      if (!known.containsKey(name)) {
        throw new InvalidInputException(
            "-p " + name + "=… is not a parameter of these benchmarks; " + choices(known));
      }
      for (String value : options.parameterValues(name)) {
        checks.check(name, value);
      }
    }
  }

  private static String choices(Map<String, String[]> known) {
    return known.isEmpty()
        ? "they have none"
        : known.keySet().stream().collect(Collectors.joining(", ", "choose one of ", ""));
  }

  private static List<Mode> modes(RunOptions options, BenchmarkListEntry benchmark) {
    Collection<Mode> asked = options.jmh().getBenchModes();
    return (asked.isEmpty() ? List.of(benchmark.getMode()) : asked)
        .stream()
            .flatMap(mode -> mode == Mode.All ? Stream.of(Mode.values()) : Stream.of(mode))
            .filter(mode -> mode != Mode.All)
            .toList();
  }
}
