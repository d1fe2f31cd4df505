package snapbench.report.text;

import java.util.regex.Pattern;

/** Texts of results as Markdown shows them: as they are, whatever they hold. */
public final class MarkdownText {
  private static final Pattern SPECIAL = Pattern.compile("([\\\\|*_`<>\\[\\]&$~])");

  /** At the beginning of a line they would make a list or a heading. */
  private static final Pattern LEADING = Pattern.compile("^([-+#])");

  private static final Pattern LEADING_NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?= |$)");

  /**
   * GitHub makes links of these even where they are escaped, and tells whom it concerns; a comment
   * in between prevents it.
   */
  private static final Pattern MENTION =
      Pattern.compile("@(?=[A-Za-z0-9])|#(?=\\d)|(?<=\\bGH)-(?=\\d)");

  private MarkdownText() {}

  /** A text within a line. */
  public static String escaped(String text) {
    String special = SPECIAL.matcher(PlainText.oneLine(text)).replaceAll("\\\\$1");
    return MENTION.matcher(special).replaceAll("$0<!-- -->");
  }

  /** A text with which a line begins. */
  public static String line(String text) {
    String leading = LEADING.matcher(escaped(text)).replaceAll("\\\\$1");
    return LEADING_NUMBER.matcher(leading).replaceAll("$1\\\\$2");
  }

  /** Text to be copied, fenced by more backticks than it has in a row. */
  public static String fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text + "\n" + fence + "\n";
  }
}
