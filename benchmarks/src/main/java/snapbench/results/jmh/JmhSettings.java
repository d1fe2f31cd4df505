package snapbench.results.jmh;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How JMH measured a result, as its file says. A text that is not there is "unknown", a number NaN.
 *
 * @param jmhVersion for instance {@code 1.37}
 * @param jdk name and version of the JVM
 * @param threads threads that ran the benchmark
 * @param forks JVMs, one after the other; 0 for JMH's own
 * @param warmupIterations before measuring, in each fork
 * @param warmupTime of each, for instance {@code 1 s}
 * @param measurementIterations in each fork
 * @param measurementTime of each
 * @param warmupBatchSize calls in an operation of the warm-up
 * @param measurementBatchSize calls in an operation that is measured
 * @param jvmArguments the JVM's options, with a space between them
 */
public record JmhSettings(
    String jmhVersion,
    String jdk,
    double threads,
    double forks,
    double warmupIterations,
    String warmupTime,
    double measurementIterations,
    String measurementTime,
    double warmupBatchSize,
    double measurementBatchSize,
    String jvmArguments) {
  /** The name of the number of threads. */
  public static final String THREADS = "threads";

  /** The name of the number of calls that JMH counts as one operation. */
  public static final String BATCH_SIZE = "batch size";

  private static final String NOTHING = "unknown";

  /** Where the file says nothing. */
  public static final JmhSettings UNKNOWN = of(Map.of());

  /** Takes them from what else JMH's file says of a result, by name. */
  static JmhSettings of(Map<String, Object> fields) {
    String name = text(fields, "vmName");
    String version = text(fields, "vmVersion");
    return new JmhSettings(
        text(fields, "jmhVersion"),
        name.equals(NOTHING) && version.equals(NOTHING) ? NOTHING : name + " " + version,
        number(fields, "threads"),
        number(fields, "forks"),
        number(fields, "warmupIterations"),
        text(fields, "warmupTime"),
        number(fields, "measurementIterations"),
        text(fields, "measurementTime"),
        number(fields, "warmupBatchSize"),
        number(fields, "measurementBatchSize"),
        fields.get("jvmArgs") instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
            : NOTHING);
  }

  /**
   * Those by which results of the same benchmark can be told apart, as texts by their name; what is
   * unknown is left out.
   */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put(THREADS, text(threads));
    named.put(BATCH_SIZE, text(measurementBatchSize));
    named.put("batch size of the warm-up", text(warmupBatchSize));
    named.put("JVM", jdk);
    named.put("JVM arguments", jvmArguments.isEmpty() ? "none" : jvmArguments);
    named.put("warm-up iterations", text(warmupIterations));
    named.put("time of a warm-up iteration", warmupTime);
    named.put("time of an iteration", measurementTime);
    named.values().removeIf(NOTHING::equals);
    return named;
  }

  private static String text(double number) {
    return Double.isNaN(number) ? NOTHING : new BigDecimal(number).toPlainString();
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof String text ? text : NOTHING;
  }

  private static double number(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
