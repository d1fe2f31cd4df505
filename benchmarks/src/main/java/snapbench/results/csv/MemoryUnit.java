package snapbench.results.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import snapbench.results.files.InvalidInputException;

/**
 * Units of memory: kB, MB and GB are powers of 1000, KiB, MiB and GiB of 1024, and so are K, M and
 * G alone, as {@code top} and {@code -Xmx} have them, and KBytes and MBytes, as Windows has them.
 * Upper and lower case are the same.
 */
public enum MemoryUnit {
  /** Bytes. */
  BYTE(1, "B|byte|bytes"),
  /** 1000 bytes. */
  KILOBYTE(1e3, "kB|kilobytes"),
  /** 1024 bytes. */
  KIBIBYTE(1024, "KiB|k|kbytes|kibibytes"),
  /** 1000 kB. */
  MEGABYTE(1e6, "MB|megabytes"),
  /** 1024 KiB. */
  MEBIBYTE(1024.0 * 1024, "MiB|m|mbytes|mebibytes"),
  /** 1000 MB. */
  GIGABYTE(1e9, "GB|gigabytes"),
  /** 1024 MiB. */
  GIBIBYTE(1024.0 * 1024 * 1024, "GiB|g|gbytes|gibibytes");

  private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]+)");

  private final double bytes;

  /** Separated by {@code |}. */
  private final String names;

  MemoryUnit(double bytes, String names) {
    this.bytes = bytes;
    this.names = names;
  }

  /** How many KiB one is. */
  public double kib() {
    return bytes / 1024;
  }

  /** The unit of that name; null if there is none. */
  public static @Nullable MemoryUnit of(String name) {
    return Arrays.stream(values())
        .filter(
            unit -> List.of(unit.names.split("\\|", -1)).stream().anyMatch(name::equalsIgnoreCase))
        .findFirst()
        .orElse(null);
  }

  /**
   * Reads a size such as {@code 541MB}.
   *
   * @param option its name, for the message
   * @return KiB
   * @throws InvalidInputException if it is not a number above 0 with a unit
   */
  public static double kib(String option, String size) throws InvalidInputException {
    Matcher matcher = SIZE.matcher(size.strip());
    MemoryUnit unit = matcher.matches() ? of(matcher.group(2)) : null;
    double kib = unit == null ? 0 : Double.parseDouble(matcher.group(1)) * unit.kib();
    if (!(kib > 0) || Double.isInfinite(kib)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s %s is not a size; choose a number with one of B, kB, KiB, MB, MiB, GB, GiB, such"
                  + " as 541MB",
              option,
              size));
    }
    return kib;
  }
}
