package snapbench.report.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts of results as names, sentences and axes have room for. */
public final class Texts {
  private static final int LONGEST_VALUE = 100;
  private static final int LONGEST_REASON = 300;

  private static final int LONGEST_LABEL = 60;
  private static final int END = 15;
  private static final int MOST_IN_A_SENTENCE = 6;

  private Texts() {}

  /** A value as a name has it: not longer than a line. */
  public static String shortened(String value) {
    return value.length() <= LONGEST_VALUE
        ? value
        : value.substring(0, LONGEST_VALUE / 2) + "… (" + value.length() + " characters)";
  }

  /** A reason as a sentence of a reasonable length, with a full stop. */
  public static String sentence(String reason) {
    String line = reason.replaceAll("\\R", " ").strip();
    String text = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    return text.matches(".*[.!?…]") ? text : text + ".";
  }

  /** {@code dumpLive} as "dump live". */
  public static String words(String method) {
    return method.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** A name of 60 characters at most, in one line: its beginning and its end. */
  public static String label(String name) {
    String line = name.isBlank() ? "unnamed" : name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    int length = line.codePointCount(0, line.length());
    if (length <= LONGEST_LABEL) {
      return line;
    }
    int from = line.offsetByCodePoints(0, LONGEST_LABEL - END - 1);
    int to = line.offsetByCodePoints(line.length(), -END);
    return line.substring(0, from) + "…" + line.substring(to);
  }

  /** A fork's number, or that it is not known. */
  public static String fork(int number) {
    return number == 0 ? Numbers.UNKNOWN : Integer.toString(number);
  }

  /** Some parts of a sentence, and how many more there are. */
  public static String listed(List<String> parts) {
    String first = parts.stream().limit(MOST_IN_A_SENTENCE).collect(Collectors.joining("; "));
    int more = parts.size() - MOST_IN_A_SENTENCE;
    return more > 0 ? first + "; and " + more + " more" : first;
  }
}
