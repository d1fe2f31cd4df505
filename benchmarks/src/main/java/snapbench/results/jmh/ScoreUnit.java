package snapbench.results.jmh;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JMH's units of scores: a time for each operation, or operations in a time. */
public final class ScoreUnit {
  /** JMH 1.37, {@code org.openjdk.jmh.runner.options.TimeValue.tuToString}. */
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private static final Pattern TIME = Pattern.compile("(?<time>\\w+)/op");
  private static final Pattern RATE = Pattern.compile("ops/(?<time>\\w+)");

  private ScoreUnit() {}

  /**
   * By what a score in one unit is multiplied to be in another: 1000 from {@code ms/op} to {@code
   * us/op}.
   *
   * @return 1 if they are the same, NaN if one cannot be converted to the other
   */
  public static double factor(String from, String to) {
    if (from.equals(to)) {
      return 1;
    }
    double times = seconds(TIME, from) / seconds(TIME, to);
    return Double.isNaN(times) ? seconds(RATE, to) / seconds(RATE, from) : times;
  }

  private static double seconds(Pattern kind, String unit) {
    Matcher matcher = kind.matcher(unit);
    return matcher.matches() ? SECONDS.getOrDefault(matcher.group("time"), Double.NaN) : Double.NaN;
  }
}
