package snapbench.testee.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request's query parameters.
 *
 * @param values value by name
 */
public record QueryString(Map<String, String> values) {
  public QueryString {
    values = Map.copyOf(values);
  }

  static QueryString parse(@Nullable String rawQuery) {
    Map<String, String> values = new LinkedHashMap<>();
    if (rawQuery != null && !rawQuery.isEmpty()) {
      for (String pair : rawQuery.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw new IllegalArgumentException("the query parameter " + pair + " has no value");
        }
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new QueryString(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A parameter's value, or the default where it is not given. */
  public String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * Refuses parameters that the route does not know.
   *
   * @throws IllegalArgumentException naming the parameter and those that exist
   */
  public void demandOnly(String... known) {
    for (String name : values.keySet()) {
      if (!List.of(known).contains(name)) {
        throw new IllegalArgumentException(
            "the query parameter %s is not known; there is %s"
                .formatted(name, known.length == 0 ? "none" : String.join(", ", known)));
      }
    }
  }
}
