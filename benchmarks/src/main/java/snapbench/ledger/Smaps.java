package snapbench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process's mappings.
 *
 * @param mappings all of them, by address
 * @param pageBytes size of the kernel's pages; the smallest, where some mappings have huge ones
 */
record Smaps(List<Mapping> mappings, long pageBytes) {
  private static final Pattern HEADING =
      Pattern.compile("(\\p{XDigit}+)-(\\p{XDigit}+) (\\S{4}) (\\p{XDigit}+) \\S+ \\d+\\s*(.*)");
  private static final String RESIDENT = "Rss:";
  private static final String PAGE = "KernelPageSize:";
  private static final long LEAST_PAGE_BYTES = 4096;
  private static final String KIB = "kB";

  /** Copies the list. */
  Smaps {
    mappings = List.copyOf(mappings);
  }

  /**
   * Reads the text of a {@code /proc/PID/smaps}.
   *
   * @throws IllegalArgumentException if a mapping has no resident set
   */
  static Smaps parse(String text) {
    List<Mapping> mappings = new ArrayList<>();
    double pageKiB = Double.POSITIVE_INFINITY;
    Matcher heading = null;
    for (String line : text.lines().toList()) {
      if (line.startsWith(RESIDENT) && heading != null) {
        mappings.add(mapping(heading, line));
        heading = null;
      } else if (line.startsWith(PAGE)) {
        pageKiB = Math.min(pageKiB, kiB(line, PAGE));
      } else if (!line.isEmpty() && !Character.isUpperCase(line.charAt(0))) {
        requireNone(heading);
        heading = HEADING.matcher(line);
        if (!heading.matches()) {
          throw new IllegalArgumentException("not a line of smaps: " + line);
        }
      }
    }
    requireNone(heading);
    return new Smaps(
        mappings, Double.isFinite(pageKiB) ? (long) (pageKiB * 1024) : LEAST_PAGE_BYTES);
  }

  private static void requireNone(@Nullable Matcher heading) {
    if (heading != null) {
      throw new IllegalArgumentException("smaps: no Rss for the mapping " + heading.group());
    }
  }

  private static Mapping mapping(Matcher heading, String resident) {
    return new Mapping(
        AddressRange.parse(heading.group(1), heading.group(2)),
        heading.group(3),
        Long.parseUnsignedLong(heading.group(4), 16),
        heading.group(5),
        kiB(resident, RESIDENT));
  }

  private static double kiB(String line, String key) {
    String value = line.substring(key.length()).strip();
    if (!value.endsWith(KIB)) {
      throw new IllegalArgumentException("not a line of smaps: " + line);
    }
    return Double.parseDouble(value.substring(0, value.length() - KIB.length()).strip());
  }

  double residentKiB() {
    return mappings.stream().mapToDouble(Mapping::residentKiB).sum();
  }

  /** The mappings of files, each once for each place where its first byte is mapped. */
  Stream<Mapping> beginningsOfFiles() {
    return mappings.stream().filter(mapping -> mapping.isFile() && mapping.offset() == 0);
  }
}
