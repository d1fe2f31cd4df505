package snapbench.report.text;

import java.util.List;
import java.util.stream.Collectors;

/** Names that have room beside an axis, and lists that have room in a sentence. */
public final class Labels {
  private static final int LONGEST = 60;
  private static final int END = 15;
  private static final int MOST_IN_A_SENTENCE = 6;

  private Labels() {}

  /** A name of 60 characters at most, in one line: its beginning and its end. */
  public static String shortened(String name) {
    String line = name.isBlank() ? "unnamed" : name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    int length = line.codePointCount(0, line.length());
    if (length <= LONGEST) {
      return line;
    }
    int from = line.offsetByCodePoints(0, LONGEST - END - 1);
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
