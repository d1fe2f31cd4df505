package snapbench.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the forks of one cell share.
 *
 * @param benchmark class and method
 * @param mode JMH's short name of the mode
 * @param params value of each parameter by name
 */
public record CellKey(String benchmark, String mode, Map<String, String> params) {
  private static final String OURS = "snapbench.";

  public CellKey {
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(mode, "mode");
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** The same but for one parameter. */
  public CellKey without(String parameter) {
    Map<String, String> rest = new LinkedHashMap<>(params);
    rest.remove(parameter);
    return new CellKey(benchmark, mode, rest);
  }

  /** Whether the benchmark is one of this project's, so that the parameters mean what ours do. */
  public boolean isOurs() {
    return benchmark.startsWith(OURS);
  }

  /** The benchmark's method alone. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** Benchmark, of ours the method alone, parameters and mode, for messages. */
  @Override
  public String toString() {
    return (isOurs() ? method() : benchmark)
        + new TreeMap<>(params)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " (", "; " + mode + ")"))
                .replace(" (; ", " (");
  }
}
