package snapbench.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import snapbench.model.Fork.Testee;
import snapbench.model.Parameter;
import snapbench.results.folder.Run;

/** What else differs between the two sides of a comparison, and so may be the reason for it. */
public final class EnvironmentDifferences {
  private static final Set<String> ALWAYS_DIFFERENT =
      Set.of("time", "loadAverage", "command", "findings");
  private static final String NONE = "nothing";

  private EnvironmentDifferences() {}

  /**
   * Differences between the environments of two runs, one line each; empty if there are none.
   *
   * @param base the run with the references
   * @param candidate the run with the candidates
   */
  public static List<String> between(Run base, Run candidate) {
    List<Run> runs = base.equals(candidate) ? List.of(base) : List.of(base, candidate);
    List<String> lines = new ArrayList<>();
    runs.forEach(run -> lines.addAll(run.missing()));
    List<Run> unknown = runs.stream().filter(run -> run.environment().isEmpty()).toList();
    if (!unknown.isEmpty()) {
      unknown.forEach(
          run -> lines.add("the environment of " + run.path().getFileName() + " is unknown"));
      return lines;
    }
    Map<String, String> from = flat(base.environment());
    Map<String, String> to = flat(candidate.environment());
    differing(from, to, NONE).stream()
        .map(name -> line(name, from.getOrDefault(name, NONE), to.getOrDefault(name, NONE)))
        .forEach(lines::add);
    return lines;
  }

  /** What has another value in the other map, sorted; what is missing has a value as well. */
  static List<String> differing(Map<String, String> from, Map<String, String> to, String missing) {
    return Stream.concat(from.keySet().stream(), to.keySet().stream())
        .distinct()
        .filter(name -> !from.getOrDefault(name, missing).equals(to.getOrDefault(name, missing)))
        .sorted()
        .toList();
  }

  /**
   * Differences between the testees of paired cells: driver, JVM and rows of their database; and
   * the one parameter by which they were matched, unless it is what was asked about.
   *
   * @param pairing the pairs
   * @param asked whether the user named the parameter
   */
  public static List<String> between(Pairing pairing, boolean asked) {
    Set<String> lines = new TreeSet<>();
    for (Pair pair : pairing.pairs()) {
      String parameter = pairing.parameter();
      if (parameter != null && !asked) {
        String from = pair.reference().key().params().getOrDefault(parameter, NONE);
        String to = pair.candidate().key().params().getOrDefault(parameter, NONE);
        lines.add(line("parameter " + parameter, from, to));
      }
      Testee from = pair.reference().forks().get(0).testee();
      Testee to = pair.candidate().forks().get(0).testee();
      if (from != null && to != null) {
        boolean otherTestee = Parameter.TESTEE.label().equals(parameter);
        boolean otherJdk = otherTestee || Parameter.JDK.label().equals(parameter);
        add(lines, otherJdk, "testee.jdk", text(from.jdk()), text(to.jdk()));
        boolean otherDriver = otherTestee || Parameter.DRIVER.label().equals(parameter);
        add(lines, otherDriver, "testee.driver", text(from.driver()), text(to.driver()));
        boolean sameRows = from.rows().equals(to.rows());
        add(lines, sameRows, "testee.rows", from.rows().toString(), to.rows().toString());
      }
      lines.addAll(JmhDifferences.of(pair));
      lines.addAll(onOneSide("reference", pair.reference(), pair.candidate()));
      lines.addAll(onOneSide("candidate", pair.candidate(), pair.reference()));
      String first = iterations(pair.reference());
      String second = iterations(pair.candidate());
      add(lines, false, "number of iterations in a fork", first, second);
    }
    return List.copyOf(lines);
  }

  private static List<String> onOneSide(String side, ComparedCell cell, ComparedCell other) {
    return cell.key().params().entrySet().stream()
        .filter(each -> !other.key().params().containsKey(each.getKey()))
        .map(
            each ->
                "parameter %s is only in the %s: %s"
                    .formatted(each.getKey(), side, each.getValue()))
        .toList();
  }

  /** Of those measured; of a fork that is cut short, the number is less. */
  private static String iterations(ComparedCell cell) {
    return cell.result().primaryMetric().rawData().stream()
        .map(row -> row.size())
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" and "));
  }

  private static String text(@Nullable String value) {
    return Objects.toString(value, "unknown");
  }

  private static void add(
      Set<String> lines, boolean expected, String name, String first, String second) {
    if (!expected && !first.equals(second)) {
      lines.add(line(name, first, second));
    }
  }

  private static String line(String name, String first, String second) {
    return name + " differs: " + first + " (reference), " + second + " (candidate)";
  }

  /** Every value by its path, such as {@code processor.model}, without what always differs. */
  static Map<String, String> flat(Map<String, Object> environment) {
    Map<String, String> flat = new TreeMap<>();
    environment.forEach((name, value) -> put(flat, name, value));
    flat.keySet().removeAll(ALWAYS_DIFFERENT);
    return flat;
  }

  private static void put(Map<String, String> flat, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, nested) -> put(flat, name + "." + key, nested));
    } else if (value instanceof List<?> list) {
      flat.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    } else {
      flat.put(name, Objects.toString(value, "unknown"));
    }
  }
}
