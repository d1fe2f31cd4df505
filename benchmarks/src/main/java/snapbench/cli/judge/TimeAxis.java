package snapbench.cli.judge;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.results.csv.DurationUnit;
import snapbench.results.csv.SeriesTable;

/**
 * The axis of a table as it is judged: time in hours, anything else as it is.
 *
 * @param per what growth is per: {@code cycle}, {@code hour} or the heading
 * @param description for people: heading, and what was made of it
 * @param time whether it is in hours
 * @param values where the values were read
 */
@SuppressWarnings("ArrayRecordComponent") // up to a million of them, neither compared nor printed
record TimeAxis(String per, String description, boolean time, double[] values) {
  /** A word for a point in time, in a heading. */
  private static final Pattern POINT_IN_TIME =
      Pattern.compile(
          "(?i)(?:.*[^a-z]|(?-i:.*[a-z](?=[A-Z])))?(?:(?:unix|epoch|date|time|stamp)+s?|ts|clock|utc|zeit|zeitstempel)"
              + "(?:[^a-z].*|[mnu\u00b5]?s|(?-i:[A-Z]).*)?");

  /** Unix seconds from 1973 to 5138; a later number counts a smaller unit. */
  private static final double FIRST_UNIX_SECONDS = 1e8;

  private static final double LAST_UNIX_SECONDS = 1e11;

  /** Reads the axis of a table. */
  static TimeAxis of(SeriesTable.Axis axis, ColumnUnits units) {
    String heading = axis.column().heading();
    double[] values = axis.column().values();
    if (axis.start() != null) {
      return hours(heading, "hours since " + axis.start(), values);
    }
    double first = values.length == 0 ? Double.NaN : values[0];
    boolean given = units.named().containsKey(heading);
    DurationUnit unit = DurationUnit.of(units.ofAxis(heading));
    DurationUnit unix = null;
    if (given ? unit != null : POINT_IN_TIME.matcher(heading).matches()) {
      boolean possible = unit != null && (given || seconds(first, unit) < LAST_UNIX_SECONDS);
      unix = possible ? unit : unixUnit(first);
    }
    if (unix != null && isUnix(seconds(first, unix))) {
      Instant start = Instant.ofEpochMilli(Math.round(seconds(first, unix) * 1000));
      double hours = unix.hours();
      return hours(
          heading,
          "hours since " + start + ", from Unix " + unix.plural(),
          Arrays.stream(values).map(value -> (value - first) * hours).toArray());
    }
    if (unit != null) {
      return hours(
          heading,
          unit == DurationUnit.HOUR ? "" : "hours, from " + unit.plural(),
          Arrays.stream(values).map(value -> value * unit.hours()).toArray());
    }
    return new TimeAxis(heading.toLowerCase(Locale.ROOT), heading, false, values);
  }

  private static double seconds(double value, DurationUnit unit) {
    return value * unit.hours() / DurationUnit.SECOND.hours();
  }

  private static boolean isUnix(double seconds) {
    return seconds >= FIRST_UNIX_SECONDS && seconds < LAST_UNIX_SECONDS;
  }

  /** The greatest unit in which a number is a time that a computer may have; null if none. */
  private static @Nullable DurationUnit unixUnit(double value) {
    DurationUnit found = null;
    for (DurationUnit unit : DurationUnit.values()) {
      boolean small = unit.hours() <= DurationUnit.SECOND.hours();
      found = small && isUnix(seconds(value, unit)) ? unit : found;
    }
    return found;
  }

  private static TimeAxis hours(String heading, String unit, double[] values) {
    return new TimeAxis(
        "hour", unit.isEmpty() ? heading : heading + " (" + unit + ")", true, values);
  }
}
