package snapbench.results.jmh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Results of the same benchmark that differ in how JMH measured it only, as one file has them that
 * was put together from several: what differs becomes a parameter.
 */
public final class DistinctResults {
  private DistinctResults() {}

  /** The results, with a parameter for each setting that tells two of them apart. */
  public static List<JmhResult> of(List<JmhResult> results) {
    Map<List<Object>, List<JmhResult>> alike =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.benchmark(), each.mode(), each.params()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Set<String> differing = new TreeSet<>();
    alike.values().forEach(each -> differing.addAll(differing(each)));
    return differing.isEmpty()
        ? results
        : results.stream().map(each -> each.withParams(with(each, differing))).toList();
  }

  private static Set<String> differing(List<JmhResult> results) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (JmhResult result : results) {
      result
          .settings()
          .named()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    values.values().removeIf(each -> each.size() < 2);
    return values.keySet();
  }

  private static Map<String, String> with(JmhResult result, Set<String> names) {
    Map<String, String> params = new LinkedHashMap<>(result.params());
    Map<String, String> settings = result.settings().named();
    for (String name : names) {
      String free = name;
      while (params.containsKey(free)) {
        free = "JMH's " + free;
      }
      params.put(free, settings.getOrDefault(name, "unknown"));
    }
    return params;
  }
}
