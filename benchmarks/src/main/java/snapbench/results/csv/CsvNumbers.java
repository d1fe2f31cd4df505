package snapbench.results.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;

/**
 * Reads the numbers of a file as people and programs write them: {@code 1024}, {@code 1.5e3}, with
 * thousands separated by comma, point, apostrophe or space, with a decimal comma.
 *
 * <p>{@code 1,024} is a thousand and 24, but where a semicolon separates cells it is a little more
 * than one; which of them is said. {@code 12,5} is twelve and a half. A file in which a comma, or a
 * point, would be both is refused.
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
          "[+-]?([0-9]{1,3})([.,'\u2019 \u00a0\u2009\u202f])[0-9]{3}((?:\\2[0-9]{3})*)"
              + "(?:([.,])[0-9]+)?");

  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?(?:[0-9]+,[0-9]*|,[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private final boolean decimalComma;
  private @Nullable String commaOfThousands;
  private @Nullable String commaOfDecimals;
  private @Nullable String pointOfThousands;
  private @Nullable String pointOfDecimals;
  private @Nullable String assumed;

  /**
   * With what is known of the file.
   *
   * @param decimalComma whether a comma is decimal where it may be either
   */
  CsvNumbers(boolean decimalComma) {
    this.decimalComma = decimalComma;
  }

  /**
   * The number that a cell holds; NaN if it says that it is unknown.
   *
   * @throws InvalidInputException if it is not a number
   */
  double parse(String text, long line) throws InvalidInputException {
    // A point behind one to three digits and before three more separates thousands in a file where
    // a comma is decimal.
    boolean plain = PLAIN.matcher(text).matches();
    if (plain && (commaOfDecimals == null || text.indexOf('.') < 0)) {
      if (pointOfDecimals == null && text.indexOf('.') >= 0) {
        pointOfDecimals = where(text, line);
        check();
      }
      return finite(text, text);
    }
    if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      return Double.NaN;
    }
    Matcher grouped = GROUPED.matcher(text);
    if (grouped.matches() && !grouped.group(2).equals(grouped.group(4)) && isThousands(grouped)) {
      noteIfEither(grouped, text, line);
      note(grouped.group(2).charAt(0), true, text, line);
      char decimal = grouped.group(4) == null ? '\0' : grouped.group(4).charAt(0);
      note(decimal, false, text, line);
      String digits = text.replace(grouped.group(2), "");
      return finite(text, digits.replace(',', '.'));
    }
    if (plain || DECIMAL_COMMA.matcher(text).matches()) {
      noteIfEither(grouped, text, line);
      note(plain ? '.' : ',', false, text, line);
      return finite(text, text.replace(',', '.'));
    }
    throw new InvalidInputException("'" + CsvRows.oneLine(text) + "' is not a number");
  }

  /** Whether a separator that is there once, and may be decimal, is not. */
  private boolean isThousands(Matcher grouped) {
    if (!isEither(grouped)) {
      return true;
    }
    // Nobody writes 0,125 for 125.
    return !grouped.group(1).equals("0")
        && (grouped.group(2).equals(".") ? commaOfDecimals != null : !decimalComma);
  }

  /** {@code 1,024} or {@code 1.024}. */
  private static boolean isEither(Matcher grouped) {
    return grouped.group(3).isEmpty()
        && grouped.group(4) == null
        && (grouped.group(2).equals(",") || grouped.group(2).equals("."));
  }

  private void noteIfEither(Matcher grouped, String text, long line) {
    if (assumed == null
        && grouped.reset().matches()
        && isEither(grouped)
        && !text.startsWith("0")) {
      assumed =
          (grouped.group(2).equals(",") ? "the comma in " : "the point in ")
              + where(text, line)
              + (isThousands(grouped) ? " separates thousands" : " is a decimal one");
    }
  }

  private static String where(String text, long line) {
    return "'" + text + "' on line " + line;
  }

  /** How a number was read that may also be read otherwise, in words; none if all is clear. */
  List<String> assumed() {
    return assumed == null ? List.of() : List.of(assumed);
  }

  /** Whether a cell holds a number, or says that it is unknown. */
  static boolean matches(String text) {
    try {
      new CsvNumbers(false).parse(text, 0);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private void note(char separator, boolean thousands, String text, long line)
      throws InvalidInputException {
    String where = where(text, line);
    if (separator == ',' && thousands) {
      commaOfThousands = commaOfThousands == null ? where : commaOfThousands;
    } else if (separator == ',') {
      commaOfDecimals = commaOfDecimals == null ? where : commaOfDecimals;
    } else if (separator == '.' && thousands) {
      pointOfThousands = pointOfThousands == null ? where : pointOfThousands;
    } else if (separator == '.') {
      pointOfDecimals = pointOfDecimals == null ? where : pointOfDecimals;
    }
    check();
  }

  private void check() throws InvalidInputException {
    refuse("a comma separates thousands in ", commaOfThousands, "decimals in ", commaOfDecimals);
    refuse("a point separates thousands in ", pointOfThousands, "decimals in ", pointOfDecimals);
    refuse("a comma separates decimals in ", commaOfDecimals, "a point in ", pointOfDecimals);
  }

  private static void refuse(
      String one, @Nullable String where, String other, @Nullable String otherWhere)
      throws InvalidInputException {
    if (where != null && otherWhere != null) {
      throw new InvalidInputException(
          one + where + " and " + other + otherWhere + "; write decimals with a point");
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
