package snapbench.results.jmh;

import java.util.Map;

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
 */
public record JmhSettings(
    String jmhVersion,
    String jdk,
    double threads,
    double forks,
    double warmupIterations,
    String warmupTime,
    double measurementIterations,
    String measurementTime) {
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
        text(fields, "measurementTime"));
  }

  private static String text(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof String text ? text : NOTHING;
  }

  private static double number(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
