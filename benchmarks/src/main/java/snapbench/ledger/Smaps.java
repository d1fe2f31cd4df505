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
  private static final String PROPORTIONAL = "Pss:";
  private static final String FLAGS = "VmFlags:";
  private static final String PAGE = "KernelPageSize:";
  private static final long LEAST_PAGE_BYTES = 4096;
  private static final String KIB = "kB";
  private static final double LEAST_AGAIN_KIB = 1024;

  Smaps {
    mappings = List.copyOf(mappings);
  }

  /**
   * Reads the text of a {@code /proc/PID/smaps}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Smaps parse(String text) {
    List<Mapping> mappings = new ArrayList<>();
    double pageKiB = Double.POSITIVE_INFINITY;
    String heading = null;
    double residentKiB = Double.NaN;
    double proportionalKiB = Double.NaN;
    String flags = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(RESIDENT)) {
        residentKiB = kiB(line, RESIDENT);
      } else if (line.startsWith(PROPORTIONAL)) {
        proportionalKiB = kiB(line, PROPORTIONAL);
      } else if (line.startsWith(PAGE)) {
        pageKiB = Math.min(pageKiB, kiB(line, PAGE));
      } else if (line.startsWith(FLAGS)) {
        flags = line.substring(FLAGS.length()).strip();
      } else if (!line.isEmpty() && !Character.isUpperCase(line.charAt(0))) {
        add(mappings, heading, residentKiB, proportionalKiB, flags);
        heading = line;
        residentKiB = Double.NaN;
        proportionalKiB = Double.NaN;
        flags = "";
      }
    }
    add(mappings, heading, residentKiB, proportionalKiB, flags);
    return new Smaps(
        mappings, Double.isFinite(pageKiB) ? (long) (pageKiB * 1024) : LEAST_PAGE_BYTES);
  }

  private static void add(
      List<Mapping> mappings,
      @Nullable String line,
      double residentKiB,
      double proportionalKiB,
      String flags) {
    if (line == null) {
      return;
    }
    Matcher heading = HEADING.matcher(line);
    if (!heading.matches() || Double.isNaN(residentKiB)) {
      throw new IllegalArgumentException("smaps: not a mapping with its Rss: " + line);
    }
    mappings.add(
        new Mapping(
            AddressRange.parse(heading.group(1), heading.group(2)),
            heading.group(3),
            Long.parseUnsignedLong(heading.group(4), 16),
            heading.group(5),
            residentKiB,
            proportionalKiB,
            flags));
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

  /** Each mapping's share of what it has in common with others, added up; NaN where unknown. */
  double proportionalKiB() {
    return mappings.stream().mapToDouble(Mapping::proportionalKiB).sum();
  }

  /**
   * Whether the resident set has pages more than once, or those of other processes too: more than
   * the kernel's own page and a log or two, and other than what is read from files.
   */
  boolean countsAgain() {
    double againKiB =
        mappings.stream()
            .filter(mapping -> !mapping.isReadFromFile())
            .mapToDouble(mapping -> mapping.residentKiB() - mapping.proportionalKiB())
            .sum();
    return againKiB >= LEAST_AGAIN_KIB;
  }

  /** The mappings of files, each once for each place where its first byte is mapped. */
  Stream<Mapping> beginningsOfFiles() {
    return mappings.stream().filter(mapping -> mapping.isFile() && mapping.offset() == 0);
  }
}
