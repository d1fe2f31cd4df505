package snapbench.cli.judge;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
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
  private static final Pattern UNIX =
      Pattern.compile("(?i)(?:unix|epoch|date|time|timestamp|ts)(?:[ _-]?(?:time|stamp|ms|s))*");

  /** Unix seconds from 1973 to 5138; a later number counts milliseconds. */
  private static final double FIRST_UNIX_SECONDS = 1e8;

  private static final double FIRST_UNIX_MILLIS = 1e11;

  /** Reads the axis of a table. */
  static TimeAxis of(SeriesTable.Axis axis, ColumnUnits units) {
    String heading = axis.column().heading();
    double[] values = axis.column().values();
    if (axis.start() != null) {
      return hours(heading, "hours since " + axis.start(), values);
    }
    double first = values.length == 0 ? Double.NaN : values[0];
    if (UNIX.matcher(heading).matches() && first >= FIRST_UNIX_SECONDS) {
      boolean millis = first >= FIRST_UNIX_MILLIS;
      DurationUnit unit = millis ? DurationUnit.MILLISECOND : DurationUnit.SECOND;
      Instant start = Instant.ofEpochMilli((long) (millis ? first : first * 1000));
      return hours(
          heading,
          "hours since " + start + ", from Unix " + unit.plural(),
          Arrays.stream(values).map(value -> (value - first) * unit.hours()).toArray());
    }
    DurationUnit unit = DurationUnit.of(units.ofAxis(heading));
    if (unit != null) {
      return hours(
          heading,
          unit == DurationUnit.HOUR ? "" : "hours, from " + unit.plural(),
          Arrays.stream(values).map(value -> value * unit.hours()).toArray());
    }
    return new TimeAxis(heading.toLowerCase(Locale.ROOT), heading, false, values);
  }

  private static TimeAxis hours(String heading, String unit, double[] values) {
    return new TimeAxis(
        "hour", unit.isEmpty() ? heading : heading + " (" + unit + ")", true, values);
  }
}
