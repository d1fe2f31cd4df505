package snapbench.results.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;

/**
 * Reads the times of a file: dates, or dates and times, of ISO 8601, also with a space in place of
 * the T. Times without a zone are taken as they stand; a file has them all with one or all without.
 *
 * <p>A {@link java.time.format.DateTimeFormatter} takes 2 µs for each, which is most of the time
 * that a long file takes; this takes a quarter.
 */
final class CsvTimes {
  private static final double SECONDS_PER_DAY = 86_400;

  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})([.,][0-9]{1,9})?)?"
              + " ?([Zz]|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

  private String lastDate = "";
  private double lastDateSeconds;
  private String lastZone = "";
  private int lastZoneSeconds;
  private @Nullable Boolean zoned;

  /** Whether a text begins as a time does. */
  static boolean matches(String text) {
    return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  /**
   * Seconds since 1970-01-01T00:00, in UTC where the time has a zone.
   *
   * @throws InvalidInputException if it is not a time, or has a zone where others have none
   */
  double parse(String text) throws InvalidInputException {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException("'" + CsvRows.oneLine(text) + "' is not a time of ISO 8601");
    }
    checkZone(text, matcher.group(6) != null);
    try {
      return date(matcher.group(1)) + timeOfDay(matcher) - zone(matcher.group(6));
    } catch (DateTimeException e) {
      throw new InvalidInputException("'" + text + "' is not a time: " + e.getMessage());
    }
  }

  private void checkZone(String text, boolean hasZone) throws InvalidInputException {
    if (zoned != null && zoned != hasZone) {
      throw new InvalidInputException(
          "'" + text + "' has " + (hasZone ? "a zone" : "no zone") + ", unlike those before");
    }
    zoned = hasZone;
  }

  private double date(String date) {
    if (!date.equals(lastDate)) {
      lastDateSeconds = LocalDate.parse(date).toEpochDay() * SECONDS_PER_DAY;
      lastDate = date;
    }
    return lastDateSeconds;
  }

  private static double timeOfDay(Matcher matcher) {
    if (matcher.group(2) == null) {
      return 0;
    }
    int second = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    LocalTime time =
        LocalTime.of(
            Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), second);
    String fraction = matcher.group(5);
    return time.toSecondOfDay()
        + (fraction == null ? 0 : Double.parseDouble("0." + fraction.substring(1)));
  }

  private int zone(@Nullable String zone) {
    if (zone == null) {
      return 0;
    }
    if (!zone.equals(lastZone)) {
      lastZoneSeconds =
          zone.equals("UTC") ? 0 : ZoneOffset.of(zone.toUpperCase(Locale.ROOT)).getTotalSeconds();
      lastZone = zone;
    }
    return lastZoneSeconds;
  }
}
