package snapbench.results.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit in a heading: {@code rss (MiB)}, {@code rss_kib}, {@code rssBytes}, {@code fds},
 * {@code time_s}.
 */
public final class HeadingUnit {
  /** The unit of what is counted. */
  public static final String COUNT = "count";

  /** What is counted, in lower case; in the plural, since {@code file} may be a way to snapshot. */
  private static final Set<String> COUNTED =
      Set.of(
          COUNT,
          "counts",
          "fds",
          "descriptors",
          "files",
          "handles",
          "threads",
          "connections",
          "sockets",
          "processes",
          "goroutines",
          "workers");

  private static final Pattern IN_BRACKETS =
      Pattern.compile(".*[(\\[]\\s*([^)\\]]+?)\\s*[)\\]]\\s*");
  private static final Pattern CAMEL_CASE =
      Pattern.compile(".*[a-z](Bytes|[KMG]i?B|Seconds|Millis|Minutes|Hours|Days)");
  private static final Pattern LAST_WORD = Pattern.compile(".*?([A-Za-z]+)");

  /** A single letter is as likely to be a name, unless it follows one of these. */
  private static final Pattern TIME_AND_LETTER =
      Pattern.compile("(?:t|time|elapsed|uptime)_([smhd])", Pattern.CASE_INSENSITIVE);

  private HeadingUnit() {}

  /**
   * The unit as it stands in a heading, {@code count} for what is counted; null if there is none.
   */
  public static @Nullable String of(String heading) {
    for (Pattern pattern : new Pattern[] {IN_BRACKETS, CAMEL_CASE, TIME_AND_LETTER}) {
      Matcher matcher = pattern.matcher(heading);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    Matcher last = LAST_WORD.matcher(heading);
    return last.matches() ? ofWord(last.group(1)) : null;
  }

  private static @Nullable String ofWord(String word) {
    if (isCounted(word)) {
      return COUNT;
    }
    boolean abbreviated = word.length() == 1 || word.equals("min");
    boolean known = MemoryUnit.of(word) != null || DurationUnit.of(word) != null;
    return known && !abbreviated ? word : null;
  }

  /** Whether a word says that something is counted. */
  public static boolean isCounted(String word) {
    return COUNTED.contains(word.toLowerCase(Locale.ROOT));
  }
}
