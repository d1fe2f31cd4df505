package snapbench.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The shortest names that tell benchmarks apart: the method; where several classes have it, the
 * class and the method, and so on.
 */
public final class BenchmarkNames {
  private final Map<String, Integer> countByEnd = new HashMap<>();

  /** The names of some benchmarks, each a package, class and method. */
  public BenchmarkNames(Collection<String> benchmarks) {
    for (String benchmark : new HashSet<>(benchmarks)) {
      ends(benchmark).forEach(end -> countByEnd.merge(end, 1, Integer::sum));
    }
  }

  /** From the method alone to the whole. */
  private static List<String> ends(String benchmark) {
    String[] parts = benchmark.split("\\.", -1);
    return IntStream.rangeClosed(1, parts.length)
        .mapToObj(
            count -> String.join(".", List.of(parts).subList(parts.length - count, parts.length)))
        .toList();
  }

  /** The shortest that no other of them has, for instance {@code get} or {@code Cache.get}. */
  public String of(String benchmark) {
    return ends(benchmark).stream()
        .filter(end -> countByEnd.getOrDefault(end, 0) <= 1)
        .findFirst()
        .orElse(benchmark);
  }
}
