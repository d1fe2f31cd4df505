package snapbench.results.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit in a heading: {@code rss (MiB)}, {@code rss_kib}, {@code rssBytes}, {@code fds},
 * {@code time_s}; also behind what Prometheus and Grafana add, {@code
 * sum(process_resident_memory_bytes{instance="a"})}. A name in brackets or labels is no unit.
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

  /** What says which of several values it is, behind the unit. */
  private static final Set<String> QUALIFIERS =
      Set.of(
          ("total sum avg average mean median min minimum max maximum last current peak used free"
                  + " available committed init active idle live open")
              .split(" ", -1));

  /** Behind one of these, or a number, a word does not say what the column is in. */
  private static final Set<String> PREPOSITIONS =
      Set.of("per of after every by for over last each with without within since".split(" ", -1));

  private static final Pattern LABELS =
      Pattern.compile("\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*}");
  private static final Pattern NAME_LABEL = Pattern.compile("__name__\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern AGGREGATE =
      Pattern.compile(
          "(?i)(?:sum|avg|min|max|last|(?:avg|min|max|last)_over_time)"
              + "(?:\\s+(?:by|without)\\s*\\([^()]*\\))?\\s*\\((.*?)\\)"
              + "(?:\\s*(?:by|without)\\s*\\([^()]*\\))?");

  /** A rate, a ratio or another unit than the name says. */
  private static final Pattern CALCULATED =
      Pattern.compile("(?i)(?:[a-z_]+\\(.*[_{\\[].*\\)|.*[*/]\\s*[0-9(].*|.*\\s[*/]\\s.*)");

  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]\\s*([^()\\[\\]]*?)\\s*[)\\]]");
  private static final Pattern RATE =
      Pattern.compile("(?:.*[^A-Za-z%])?([A-Za-z%]+/(?:s|sec|second|min|minute|h|hour))");
  private static final Pattern CAMEL_CASE =
      Pattern.compile(".*[a-z](Bytes|[KMG]i?B|Seconds|Millis|Minutes|Hours|Days|Count)");
  private static final Pattern MEMORY =
      Pattern.compile(
          "(?i).*(?:rss|pss|uss|vsz|vms|swap|heap|mem|resident|virtual|committed|private|shared"
              + "|working.?set|speicher|arbeitsseiten).*");
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)(?:.*[^a-z])?(?:t|time|timestamp|elapsed|uptime|duration|latency|zeit)(?:[^a-z].*)?");

  /** As sar has it, in units of 1024 bytes. */
  private static final Pattern SAR =
      Pattern.compile(
          "kb(?:mem|avail|buff|cach|commit|act|inact|dirty|swp|hug|slab|anonpg|stack)[a-z]*");

  private static final Pattern WINDOWS_WORKING_SET =
      Pattern.compile("(?i)\\\\\\\\.*\\\\working set(?: .*)?");

  private HeadingUnit() {}

  /**
   * The unit as it stands in a heading, {@code count} for what is counted; null if there is none.
   */
  public static @Nullable String of(String heading) {
    String name = named(heading);
    if (CALCULATED.matcher(name).matches()) {
      return null;
    }
    List<String> inBrackets =
        IN_BRACKETS.matcher(name).results().map((MatchResult each) -> each.group(1)).toList();
    for (int i = inBrackets.size() - 1; i >= 0; i--) {
      String text = inBrackets.get(i);
      if (RATE.matcher(text).matches() || (isUnit(text) && !isAbbreviation(text))) {
        return text;
      }
    }
    String plain = IN_BRACKETS.matcher(name).replaceAll(" ").strip();
    for (String text : inBrackets) {
      String unit = abbreviated(text, plain);
      if (unit != null) {
        return unit;
      }
    }
    return ofName(plain);
  }

  /**
   * The unit that a program is known to mean where its heading does not say so; null if unknown.
   */
  public static @Nullable String guess(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return SAR.matcher(lower).matches()
        ? "KiB"
        : WINDOWS_WORKING_SET.matcher(heading).matches()
            ? "bytes"
            : lower.matches("[# ]*(?:elapsed|uptime|elapsed[ _]time|time[ _]elapsed)")
                ? "seconds"
                : null;
  }

  /** Without labels, and what is aggregated in place of how. */
  private static String named(String heading) {
    String name = LABELS.matcher(heading).replaceAll("").strip();
    Matcher label = NAME_LABEL.matcher(heading);
    if (name.isEmpty() && label.find()) {
      name = label.group(1);
    }
    Matcher aggregate = AGGREGATE.matcher(name);
    return aggregate.matches()
        ? named(aggregate.group(1).replaceAll("\\[[0-9a-z:]*\\]$", ""))
        : name;
  }

  private static @Nullable String ofName(String name) {
    if (name.contains("%")) {
      return "%";
    }
    Matcher rate = RATE.matcher(name);
    if (rate.matches()) {
      return rate.group(1);
    }
    Matcher camel = CAMEL_CASE.matcher(name);
    if (camel.matches()) {
      return isCounted(camel.group(1)) ? COUNT : camel.group(1);
    }
    if (name.endsWith("_s") || name.endsWith("_m") || name.endsWith("_h") || name.endsWith("_d")) {
      return TIME.matcher(name).matches() && !isMemory(name)
          ? name.substring(name.length() - 1)
          : null;
    }
    List<String> words =
        Arrays.stream(name.split("[^A-Za-z0-9%\u00b5\u03bc]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    int last = words.size() - 1;
    while (last > 0 && QUALIFIERS.contains(words.get(last).toLowerCase(Locale.ROOT))) {
      last--;
    }
    return last < 0 ? null : ofWord(words.get(last), words.subList(0, last), isMemory(name));
  }

  private static @Nullable String ofWord(String word, List<String> before, boolean memory) {
    String previous =
        before.isEmpty() ? "" : before.get(before.size() - 1).toLowerCase(Locale.ROOT);
    boolean other =
        MemoryUnit.of(word) == null
            && (memory || (previous.matches("[0-9]+") && DurationUnit.of(word) != null));
    if (PREPOSITIONS.contains(previous) || other || isAbbreviation(word)) {
      return null;
    }
    return isCounted(word) ? COUNT : isUnit(word) ? word : null;
  }

  /** A letter means a unit beside a word of what is measured in it; a small b may be a name. */
  private static @Nullable String abbreviated(String text, String beside) {
    if (!isAbbreviation(text) || text.equals("b")) {
      return null;
    }
    MemoryUnit memory = MemoryUnit.of(text);
    if (memory != null && isMemory(beside)) {
      return text;
    }
    DurationUnit duration = DurationUnit.of(text);
    return duration != null && TIME.matcher(beside).matches() && !isMemory(beside)
        ? duration.plural()
        : null;
  }

  private static boolean isMemory(String text) {
    return MEMORY.matcher(text).matches();
  }

  private static boolean isAbbreviation(String word) {
    return (word.length() == 1 && !word.equals("%")) || word.equalsIgnoreCase("min");
  }

  private static boolean isUnit(String word) {
    return MemoryUnit.of(word) != null
        || DurationUnit.of(word) != null
        || isCounted(word)
        || word.equals("%");
  }

  /** Whether a word says that something is counted. */
  public static boolean isCounted(String word) {
    return COUNTED.contains(word.toLowerCase(Locale.ROOT));
  }
}
