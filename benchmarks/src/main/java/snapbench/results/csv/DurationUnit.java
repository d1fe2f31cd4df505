package snapbench.results.csv;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of time, as headings name them. */
public enum DurationUnit {
  /** Nanoseconds. */
  NANOSECOND(1.0 / 3_600e9, "ns|nsec|nanos|nanosecond|nanoseconds"),
  /** Microseconds. */
  MICROSECOND(1.0 / 3_600e6, "us|\u00b5s|\u03bcs|usec|micros|microsecond|microseconds"),
  /** Milliseconds. */
  MILLISECOND(1.0 / 3_600_000, "ms|msec|millis|millisecond|milliseconds"),
  /** Seconds. */
  SECOND(1.0 / 3600, "s|sec|secs|second|seconds"),
  /** Minutes. */
  MINUTE(1.0 / 60, "m|min|mins|minute|minutes"),
  /** Hours. */
  HOUR(1, "h|hr|hrs|hour|hours"),
  /** Days of 24 hours. */
  DAY(24, "d|day|days");

  private final double hours;

  /** Separated by {@code |}. */
  private final String names;

  DurationUnit(double hours, String names) {
    this.hours = hours;
    this.names = names;
  }

  /** How many hours one is. */
  public double hours() {
    return hours;
  }

  /** Its name in the plural. */
  public String plural() {
    return names.substring(names.lastIndexOf('|') + 1);
  }

  /** The unit of that name, in upper or lower case; null if there is none. */
  public static @Nullable DurationUnit of(String name) {
    return Arrays.stream(values())
        .filter(
            unit -> List.of(unit.names.split("\\|", -1)).stream().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse(null);
  }
}
