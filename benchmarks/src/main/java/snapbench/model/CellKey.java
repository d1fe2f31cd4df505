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
  /** Copies the map. */
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

  /** The benchmark's method alone. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** Method, parameters and mode, for messages. */
  @Override
  public String toString() {
    return method()
        + new TreeMap<>(params)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " (", "; " + mode + ")"))
                .replace(" (; ", " (");
  }
}
