package snapbench.run.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.WorkloadParams;
import snapbench.results.files.InvalidInputException;

/** All combinations of the parameters' values that make sense, in JMH's order. */
final class Combinations {
  private final RunOptions options;
  private final ParameterChecks checks;
  private final TreeSet<BenchmarkListEntry> kept = new TreeSet<>();
  private final Map<WorkloadParams, String> objections = new LinkedHashMap<>();

  Combinations(RunOptions options, ParameterChecks checks) {
    this.options = options;
    this.checks = checks;
  }

  /** Adds those of a benchmark in one mode. */
  void add(BenchmarkListEntry entry) throws InvalidInputException {
    List<WorkloadParams> combinations = List.of(new WorkloadParams());
    Map<String, String> first = new LinkedHashMap<>();
    for (Map.Entry<String, String[]> param : declared(entry).entrySet()) {
      List<String> given = options.parameterValues(param.getKey());
      List<String> values = given.isEmpty() ? List.of(param.getValue()) : given;
      if (values.isEmpty()) {
        throw new InvalidInputException(
            entry.getUsername() + " needs a value: -p " + param.getKey() + "=…");
      }
      combinations = combine(combinations, param.getKey(), values);
      first.put(param.getKey(), values.get(0));
    }
    for (WorkloadParams params : combinations) {
      if (!options.isOneAtATime() || differences(params, first) <= 1) {
        add(entry, params);
      }
    }
  }

  private void add(BenchmarkListEntry entry, WorkloadParams params) {
    String objection = checks.objection(values(params));
    if (objection == null) {
      kept.add(entry.cloneWith(params));
    } else {
      objections.put(params, objection);
    }
  }

  /**
   * All of them.
   *
   * @throws InvalidInputException if a value that was given is in none of them
   */
  SortedSet<BenchmarkListEntry> all() throws InvalidInputException {
    for (Map.Entry<WorkloadParams, String> each : objections.entrySet()) {
      for (Map.Entry<String, String> param : values(each.getKey()).entrySet()) {
        if (kept.stream().noneMatch(entry -> has(entry, param))) {
          throw new InvalidInputException(each.getValue());
        }
      }
    }
    return Collections.unmodifiableSortedSet(kept);
  }

  /** Why some make no sense, each reason once. */
  List<String> objections() {
    return objections.values().stream().distinct().toList();
  }

  private static boolean has(BenchmarkListEntry entry, Map.Entry<String, String> param) {
    return param.getValue().equals(values(entry.getWorkloadParams()).get(param.getKey()));
  }

  /** Value by name, in their order. */
  static Map<String, String> values(WorkloadParams params) {
    Map<String, String> values = new LinkedHashMap<>();
    params.keys().forEach(key -> values.put(key, params.get(key)));
    return values;
  }

  private static long differences(WorkloadParams params, Map<String, String> first) {
    return first.entrySet().stream()
        .filter(param -> !param.getValue().equals(params.get(param.getKey())))
        .count();
  }

  private static List<WorkloadParams> combine(
      List<WorkloadParams> combinations, String name, List<String> values) {
    List<WorkloadParams> more = new ArrayList<>();
    for (WorkloadParams combination : combinations) {
      for (int i = 0; i < values.size(); i++) {
        WorkloadParams params = combination.copy();
        params.put(name, values.get(i), i);
        more.add(params);
      }
    }
    return more;
  }

  /** The parameters of a benchmark, with their default values. */
  static Map<String, String[]> declared(BenchmarkListEntry benchmark) {
    return benchmark.getParams().orElse(Map.of());
  }
}
