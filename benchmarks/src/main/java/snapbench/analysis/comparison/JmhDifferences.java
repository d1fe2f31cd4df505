package snapbench.analysis.comparison;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import snapbench.results.jmh.JmhSettings;

/** What JMH did otherwise on the two sides of a pair. */
final class JmhDifferences {
  /** With another number of these it is another work that is measured. */
  private static final Set<String> OF_WORK = Set.of(JmhSettings.THREADS, JmhSettings.BATCH_SIZE);

  private JmhDifferences() {}

  /** One line for each setting that is known of both sides and differs. */
  static List<String> of(Pair pair) {
    return lines(pair, null, null);
  }

  /**
   * The same of those without which there is no better or worse.
   *
   * @param asked the parameter that was asked about; null if none
   */
  static List<String> ofWork(Pair pair, @Nullable String asked) {
    return lines(pair, OF_WORK, asked);
  }

  private static List<String> lines(
      Pair pair, @Nullable Set<String> only, @Nullable String without) {
    Map<String, String> from = pair.reference().result().settings().named();
    Map<String, String> to = pair.candidate().result().settings().named();
    return from.entrySet().stream()
        .filter(each -> only == null || only.contains(each.getKey()))
        .filter(each -> !each.getKey().equals(without) && to.containsKey(each.getKey()))
        .map(each -> line(each.getKey(), each.getValue(), to.getOrDefault(each.getKey(), "")))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Empty where there is no difference. */
  private static String line(String name, String first, String second) {
    if (first.equals(second)) {
      return "";
    }
    String verb = name.endsWith("s") ? "differ" : "differs";
    return "%s %s: %s (reference), %s (candidate)".formatted(name, verb, first, second);
  }
}
