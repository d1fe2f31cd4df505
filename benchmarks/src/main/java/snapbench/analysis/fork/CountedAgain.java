package snapbench.analysis.fork;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import snapbench.model.Fork;
import snapbench.model.Iteration;
import snapbench.model.Metric;

/**
 * What of the resident set of a cell's processes is no memory of theirs: pages that are counted for
 * each address they are mapped at, or that other processes share. Known where the ledger was on;
 * else a JVM's command line may tell that there is such memory, but not how much.
 *
 * @param kib the most at the end of any fork; NaN where unknown
 * @param rssKiB the resident set of the same reading; NaN where unknown
 * @param mapsHeapThrice whether a JVM with a ZGC that does was seen
 */
public record CountedAgain(double kib, double rssKiB, boolean mapsHeapThrice) {
  /** What to do where it matters and is known. */
  public static final String ADVICE =
      "compare "
          + Metric.PROCESS_PSS.label()
          + ", which divides each page by the number of its mappings";

  /** What to do where it is not known how much it is. */
  public static final String ADVICE_WITHOUT_LEDGER = "add -prof process:ledger=true, and " + ADVICE;

  /** From JDK 23 on ZGC is generational, which maps its heap once (JEP 439, JEP 474). */
  private static final int FIRST_GENERATIONAL = 23;

  private static final Pattern JDK = Pattern.compile("\\D*(\\d+).*");

  /** Looks at the forks of one cell. */
  public static CountedAgain of(List<Fork> forks) {
    boolean thrice = forks.stream().anyMatch(CountedAgain::mapsHeapThrice);
    return forks.stream()
        .flatMap(fork -> last(fork).stream())
        .max(Comparator.comparingDouble(each -> each.value(Metric.LEDGER_COUNTED_AGAIN)))
        .map(
            each ->
                new CountedAgain(
                    each.value(Metric.LEDGER_COUNTED_AGAIN),
                    each.value(Metric.PROCESS_RSS),
                    thrice))
        .orElse(new CountedAgain(Double.NaN, Double.NaN, thrice));
  }

  /** A list of one, or none. */
  private static List<Iteration> last(Fork fork) {
    List<Iteration> known =
        fork.iterations().stream()
            .filter(each -> !Double.isNaN(each.value(Metric.LEDGER_COUNTED_AGAIN)))
            .toList();
    return known.subList(Math.max(0, known.size() - 1), known.size());
  }

  private static boolean mapsHeapThrice(Fork fork) {
    Fork.Testee testee = fork.testee();
    if (testee == null || !testee.command().contains("-XX:+UseZGC")) {
      return false;
    }
    Matcher version = JDK.matcher(testee.jdk());
    boolean isGenerational =
        !version.matches() || Integer.parseInt(version.group(1)) >= FIRST_GENERATIONAL;
    return isGenerational
        ? testee.command().contains("-XX:-ZGenerational")
        : !testee.command().contains("-XX:+ZGenerational");
  }

  /** Whether the resident set says more than there is. */
  public boolean matters() {
    return kib > 0 || (Double.isNaN(kib) && mapsHeapThrice);
  }

  /** Whether a ledger told it. */
  public boolean isKnown() {
    return !Double.isNaN(kib);
  }

  /** What was seen, as a part of a sentence. */
  public String seen() {
    if (!isKnown()) {
      return mapsHeapThrice
          ? "the resident set has the Java heap three times, since ZGC before JDK 23 maps it at"
              + " three addresses"
          : "it is unknown what of the resident set is counted again";
    }
    return kib > 0
        ? String.format(
            Locale.ROOT,
            "%,.0f of %,.0f KiB of the resident set are counted again: pages that are mapped at"
                + " several addresses%s, or shared with other processes",
            kib,
            rssKiB,
            mapsHeapThrice ? " (ZGC before JDK 23 maps the heap at three)" : "")
        : "nothing of the resident set is counted again";
  }
}
