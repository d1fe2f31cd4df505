package snapbench.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** Specifications as JSON within a script element. */
final class ChartJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChartJson() {}

  /**
   * An array of the charts. A less-than sign, which could end the element or begin a comment, can
   * stand in strings only and is escaped there.
   */
  static String of(List<PageChart> charts) {
    try {
      return MAPPER
          .writeValueAsString(charts)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
