package snapbench.testee.dump;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a dump wrote.
 *
 * @param bytes length of the SQL text
 * @param rowsByTable rows written for each table, in the order of the text; the tables in which
 *     virtual tables keep their content are tables like any other here, virtual tables themselves
 *     have no rows
 */
public record DumpSummary(long bytes, Map<String, Long> rowsByTable) {
  /** Copies the map, in its order. */
  public DumpSummary {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative: " + bytes);
    }
    rowsByTable = Collections.unmodifiableMap(new LinkedHashMap<>(rowsByTable));
  }

  /** Rows of all tables together. */
  public long rows() {
    return rowsByTable.values().stream().mapToLong(Long::longValue).sum();
  }
}
