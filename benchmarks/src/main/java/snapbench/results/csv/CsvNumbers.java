package snapbench.results.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;

/**
 * Reads the numbers of a file as people and programs write them: {@code 1024}, {@code 1.5e3}, with
 * thousands separated by comma, apostrophe or space, with a decimal comma.
 *
 * <p>{@code 1,024} is a thousand and 24, {@code 12,5} twelve and a half. A file in which a comma
 * would be both is refused.
 */
final class CsvNumbers {
  /** What is written where a value is unknown, in lower case. */
  private static final Set<String> MISSING =
      Set.of("", "nan", "na", "n/a", "null", "none", "unknown", "-", "?");

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** U+2019 is the apostrophe of Swiss locales; U+00A0, U+2009 and U+202F do not break a line. */
  private static final Pattern GROUPED =
      Pattern.compile(
          "[+-]?([0-9]{1,3})([,'\u2019 \u00a0\u2009\u202f])[0-9]{3}(?:\\2[0-9]{3})*"
              + "(?:([.,])[0-9]+)?");

  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
  private static final Pattern GROUP_SEPARATORS = Pattern.compile("['\u2019 \u00a0\u2009\u202f]");

  private @Nullable String commaOfThousands;
  private @Nullable String commaOfDecimals;

  /**
   * The number that a cell holds; NaN if it says that it is unknown.
   *
   * @throws InvalidInputException if it is not a number
   */
  double parse(String text, long line) throws InvalidInputException {
    if (PLAIN.matcher(text).matches()) {
      return finite(text, text);
    }
    if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      return Double.NaN;
    }
    Matcher grouped = GROUPED.matcher(text);
    if (grouped.matches() && !grouped.group(2).equals(grouped.group(3))) {
      boolean comma = grouped.group(2).equals(",");
      // Nobody writes 0,125 for 125.
      boolean thousands = comma && !grouped.group(1).equals("0");
      boolean decimals = comma ? !thousands : ",".equals(grouped.group(3));
      note(text, line, thousands, decimals);
      String digits = GROUP_SEPARATORS.matcher(text).replaceAll("");
      return finite(text, thousands ? digits.replace(",", "") : digits.replace(',', '.'));
    }
    if (DECIMAL_COMMA.matcher(text).matches()) {
      note(text, line, false, true);
      return finite(text, text.replace(',', '.'));
    }
    throw new InvalidInputException("'" + CsvRows.oneLine(text) + "' is not a number");
  }

  /** Whether a cell holds a number, or says that it is unknown. */
  static boolean matches(String text) {
    try {
      new CsvNumbers().parse(text, 0);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private void note(String text, long line, boolean thousands, boolean decimals)
      throws InvalidInputException {
    String where = "'" + text + "' on line " + line;
    if (thousands && commaOfThousands == null) {
      commaOfThousands = where;
    }
    if (decimals && commaOfDecimals == null) {
      commaOfDecimals = where;
    }
    if (commaOfThousands != null && commaOfDecimals != null) {
      throw new InvalidInputException(
          "a comma separates thousands in "
              + commaOfThousands
              + " and decimals in "
              + commaOfDecimals
              + "; write decimals with a point");
    }
  }

  private static double finite(String text, String number) throws InvalidInputException {
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw new InvalidInputException("'" + CsvRows.oneLine(text) + "' is too large");
    }
    return value;
  }
}
