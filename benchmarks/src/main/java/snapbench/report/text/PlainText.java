package snapbench.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts of results in plain text, where they must not move the cursor or change its direction. */
public final class PlainText {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /** Control characters, escape sequences' first among them, and those of bidirectional text. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\u0080-\u009f\u202a-\u202e\u2066-\u2069]");

  private PlainText() {}

  /** A text in one line, in which characters that are not to be seen are replaced by U+FFFD. */
  public static String oneLine(String text) {
    String line = LINE_BREAK.matcher(text).replaceAll(" ");
    return UNSAFE.matcher(line).replaceAll("\ufffd");
  }

  /**
   * A text in lines of a width, broken at spaces; a longer word is not broken.
   *
   * @return at least one line
   */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
