package snapbench.results.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Finds out what separates the cells of a CSV file. */
final class Separator {
  /**
   * A tab is in no number and in no heading, a semicolon is in no number; so they are asked first.
   */
  private static final List<Character> CANDIDATES = List.of('\t', ';', ',');

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final char DEFAULT = ',';

  private Separator() {}

  /** The candidate that is in the first two rows, or else in the first; a comma if none is. */
  static char of(String head) {
    List<String> rows =
        head.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .limit(2)
            .map(line -> QUOTED.matcher(line).replaceAll(""))
            .toList();
    for (int count = rows.size(); count > 0; count--) {
      List<String> considered = rows.subList(0, count);
      for (char candidate : CANDIDATES) {
        if (considered.stream().allMatch(row -> row.indexOf(candidate) >= 0)) {
          return candidate;
        }
      }
    }
    return DEFAULT;
  }
}
