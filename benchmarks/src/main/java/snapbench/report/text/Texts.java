package snapbench.report.text;

import java.util.Locale;

/** Texts of results as names and sentences have them. */
public final class Texts {
  private static final int LONGEST_VALUE = 100;
  private static final int LONGEST_REASON = 300;

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
}
