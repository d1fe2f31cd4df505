package snapbench.testee.dump.schema;

/**
 * Finds a comment that SQL text ends in, where a semicolon would not end the statement. SQLite
 * keeps such comments in the text of its schema.
 */
final class OpenComment {
  private OpenComment() {}

  /** What closes the comment at the end of the text: a newline, {@code *}{@code /} or nothing. */
  static String closing(String sql) {
    int i = 0;
    while (i < sql.length()) {
      String closing = closing(sql, i);
      int opened = closing.equals("\n") || closing.equals("*/") ? i + 2 : i + 1;
      int end = closing.isEmpty() ? opened : sql.indexOf(closing, opened);
      if (end < 0) {
        return closing;
      }
      i = end + closing.length();
    }
    return "";
  }

  /** What ends the comment, string or name that begins there; empty if none does. */
  private static String closing(String sql, int start) {
    return switch (sql.charAt(start)) {
      case '\'', '"', '`' -> sql.substring(start, start + 1);
      case '[' -> "]";
      case '-' -> sql.startsWith("--", start) ? "\n" : "";
      case '/' -> sql.startsWith("/*", start) ? "*/" : "";
      default -> "";
    };
  }
}
