package snapbench.analysis.verdict;

import java.util.Locale;

/** Words and numbers of sentences about a series, the same in every locale. */
public final class SeriesText {
  private SeriesText() {}

  /** Plural of what it was read over, a word such as {@code cycle}; another heading stays as is. */
  public static String plural(String heading) {
    return heading.matches("[a-z]*[a-rt-z]") ? heading + "s" : heading;
  }

  /** Whole from 100 on, otherwise three significant digits. */
  public static String number(double value) {
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      return "unknown";
    }
    if (value == Math.rint(value) || Math.abs(value) >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
    return String.format(Locale.ROOT, "%." + Math.min(digits, 8) + "f", value)
        .replaceAll("(\\.\\d*?)0+$", "$1")
        .replaceAll("\\.$", "");
  }
}
