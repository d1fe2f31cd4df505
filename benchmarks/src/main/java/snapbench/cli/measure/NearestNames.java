package snapbench.cli.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which of several names a misspelled word is nearest to. */
final class NearestNames {
  private static final int SHOWN = 3;

  private NearestNames() {}

  /** The end of a message that names the nearest, at most three; empty where none is similar. */
  static String named(String word, Set<String> names) {
    List<String> nearest =
        names.stream()
            .filter(name -> distance(word, name) <= Math.max(2, name.length() / 3))
            .sorted(Comparator.comparingInt(name -> distance(word, name)))
            .limit(SHOWN)
            .toList();
    return nearest.isEmpty() ? "" : "; the nearest: " + String.join(", ", nearest);
  }

  /**
   * How many characters have to be inserted, deleted or replaced (V. I. Levenshtein, "Binary codes
   * capable of correcting deletions, insertions, and reversals", Soviet Physics Doklady 10 (1966)).
   */
  private static int distance(String word, String name) {
    String one = word.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}
