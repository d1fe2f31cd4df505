package snapbench.report.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of {@code environment.json} by their path. */
public final class EnvironmentValues {
  private EnvironmentValues() {}

  /** The value at a path such as {@code processor.model}; null if there is none. */
  public static @Nullable Object at(Map<String, Object> environment, String path) {
    Object value = environment;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  /** The same as a text; "unknown" if there is none. */
  public static String text(Map<String, Object> environment, String path) {
    Object value = at(environment, path);
    return value == null || String.valueOf(value).isBlank()
        ? Numbers.UNKNOWN
        : String.valueOf(value);
  }

  /** The same as a number, also of the texts by which JSON files have NaN and the infinities. */
  public static double number(Map<String, Object> environment, String path) {
    Object value = at(environment, path);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return "Infinity".equals(value) ? Double.POSITIVE_INFINITY : Double.NaN;
  }
}
