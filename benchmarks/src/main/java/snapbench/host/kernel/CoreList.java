package snapbench.host.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's way to list logical cores, for instance {@code 0-3,8}. */
final class CoreList {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private CoreList() {}

  /**
   * How many cores are listed.
   *
   * @param otherwise where the text is no such list
   */
  static int count(String list, int otherwise) {
    int count = 0;
    for (String range : list.split(",", -1)) {
      Matcher matcher = RANGE.matcher(range);
      if (!matcher.matches()) {
        return otherwise;
      }
      int first = Integer.parseInt(matcher.group(1));
      count += matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)) - first + 1;
    }
    return count;
  }
}
