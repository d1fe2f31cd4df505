package snapbench.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import snapbench.model.OwnMemory;

/**
 * What glibc's {@code malloc_info} says of all arenas together. A chunk in a thread's cache
 * (tcache) counts as in use; the free chunk at the top of each arena counts as free. Each value is
 * NaN where the text is not that of glibc.
 *
 * @param arenas number of arenas
 * @param arenasKiB memory that the arenas have of the kernel
 * @param freeKiB free chunks in them
 * @param mappedKiB large chunks, each with a mapping of its own, all in use
 * @param mappedChunks number of these
 */
public record MallocInfoXml(
    double arenas, double arenasKiB, double freeKiB, double mappedKiB, double mappedChunks) {
  /** Of a text that is not glibc's. */
  public static final MallocInfoXml UNKNOWN =
      new MallocInfoXml(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final double BYTES_PER_KIB = 1024;
  private static final String END_OF_ARENA = "</heap>";
  private static final Pattern SIZE =
      Pattern.compile("<(?:total|system) type=\"(\\w+)\"(?: count=\"(\\d+)\")? size=\"(\\d+)\"/>");

  /** Reads the XML; {@link #UNKNOWN} where it is none. */
  public static MallocInfoXml parse(String text) {
    int totals = text.lastIndexOf(END_OF_ARENA);
    if (totals < 0) {
      return UNKNOWN;
    }
    double fast = Double.NaN;
    double rest = Double.NaN;
    double mapped = Double.NaN;
    double chunks = Double.NaN;
    double current = Double.NaN;
    Matcher size = SIZE.matcher(text.substring(totals));
    while (size.find()) {
      double kiB = Double.parseDouble(size.group(3)) / BYTES_PER_KIB;
      switch (size.group(1)) {
        case "fast" -> fast = kiB;
        case "rest" -> rest = kiB;
        case "mmap" -> {
          mapped = kiB;
          chunks = Double.parseDouble(String.valueOf(size.group(2)));
        }
        case "current" -> current = kiB;
        default -> {
          // what it has been at most
        }
      }
    }
    MallocInfoXml info = new MallocInfoXml(arenas(text), current, fast + rest, mapped, chunks);
    return Double.isNaN(info.inUseKiB()) ? UNKNOWN : info;
  }

  /** What a program that is no JVM says of its allocator, as glibc would say it. */
  public static MallocInfoXml of(OwnMemory.OfProgram said) {
    double mapped = said.knowsMapped() ? Math.min(said.mappedKiB(), said.liveKiB()) : 0;
    double arenasKiB = said.liveKiB() - mapped + said.freeKiB();
    return Double.isNaN(arenasKiB)
        ? UNKNOWN
        : new MallocInfoXml(said.arenas(), arenasKiB, said.freeKiB(), mapped, said.mappedChunks());
  }

  private static double arenas(String text) {
    return text.split(END_OF_ARENA, -1).length - 1;
  }

  /** Whether the text was glibc's, or a program told as much in figures. */
  public boolean isKnown() {
    return !Double.isNaN(inUseKiB());
  }

  /** In the arenas and in use, with malloc's own overhead: 8 bytes a chunk, rounded up to 16. */
  public double arenasInUseKiB() {
    return arenasKiB - freeKiB;
  }

  /** All that is in use. */
  public double inUseKiB() {
    return arenasInUseKiB() + mappedKiB;
  }
}
