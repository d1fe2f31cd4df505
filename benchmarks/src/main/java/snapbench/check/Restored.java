package snapbench.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dump restores.
 *
 * @param rows rows by table
 * @param differences in what it differs from the original, a line each: texts of the schema, and
 *     tables whose values are others (a real in its last digits counts as the same)
 */
record Restored(Map<String, Long> rows, List<String> differences) {
  Restored {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    differences = List.copyOf(differences);
  }
}
