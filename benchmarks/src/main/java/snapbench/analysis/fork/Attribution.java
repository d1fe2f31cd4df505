package snapbench.analysis.fork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Downsampling;
import snapbench.analysis.verdict.Evidence;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.TheilSen;
import snapbench.analysis.verdict.Thresholds;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Metric;

/**
 * Whose the growth of one fork is.
 *
 * <p>What grows: native memory in use, direct buffers and the use of the Java heap, each judged by
 * itself ({@link Judge}), whether or not the resident set grows; threads, where their number grows;
 * and, where the resident set grows, the owner of most of its growth over the same cycles. What
 * rose: where the resident set rose by more than the allowance, the owner of most of the rise. An
 * owner of less than half explains nothing; the cause is then unknown.
 */
final class Attribution {
  private static final double MOST = 0.5;

  /**
   * What grows before what rose, what is in use before what is free and was only kept, the most
   * first, the unknown last.
   */
  static final Comparator<CauseFinding> ORDER =
      Comparator.comparing((CauseFinding each) -> each.cause() == Cause.UNKNOWN)
          .thenComparing(each -> !each.isGrowing())
          .thenComparing(each -> each.cause() == Cause.ALLOCATOR_RETENTION)
          .thenComparing(each -> -each.kib());

  private final Fork cell;
  private final SeriesContext known;
  private final Judgement rss;
  private final Evidence evidence;
  private final Map<Cause, Series> owners = new EnumMap<>(Cause.class);
  private final List<CauseFinding> findings = new ArrayList<>();

  private Attribution(Fork cell, SeriesContext known) {
    this.cell = cell;
    this.known = known;
    Series series = ForkSeries.of(cell, Quantity.RSS);
    this.rss = Judge.judge(series, known);
    this.evidence = new Evidence(series, known);
    for (Cause cause : Cause.values()) {
      if (cause != Cause.NATIVE_LIVE) {
        owners.put(cause, LedgerSeries.of(cell, cause.metrics()));
      }
    }
  }

  /**
   * What explains the growth of a fork: what grows before what rose, the most first, the unknown
   * last; empty if nothing grows or rose, or no ledger was read.
   */
  static List<CauseFinding> of(Fork cell, Thresholds thresholds, double alpha) {
    if (!LedgerSeries.isKnown(cell)) {
      return List.of();
    }
    Attribution attribution =
        new Attribution(cell, ForkSeries.circumstances(cell, thresholds, alpha));
    attribution.addOwnGrowth(Cause.NATIVE_LEAK, Cause.NATIVE_LEAK.metrics());
    attribution.addOwnGrowth(Cause.DIRECT_BUFFERS, Cause.DIRECT_BUFFERS.metrics());
    attribution.addOwnGrowth(Cause.JAVA_HEAP, List.of(Metric.HEAP_USED));
    attribution.addThreads();
    attribution.addGrowthOfResidentSet();
    attribution.addRise();
    return attribution.findings.stream().sorted(ORDER).toList();
  }

  private void addOwnGrowth(Cause cause, List<Metric> metrics) {
    Judgement own = Judge.judge(LedgerSeries.of(cell, metrics), known);
    if (own.verdict() == Verdict.GROWING) {
      addGrowth(cause, own.growth(), own.growth().perCycle());
    }
  }

  private void addThreads() {
    Judgement number = Judge.judge(ForkSeries.of(cell, Quantity.THREADS), known);
    if (number.verdict() == Verdict.GROWING) {
      double kib = slope(Cause.THREADS, number.growth());
      addGrowth(
          Cause.THREADS,
          new GrowthEstimate(kib, Double.NaN, Double.NaN, from(number), to(number)),
          kib);
    }
  }

  private static double from(Judgement judgement) {
    return judgement.growth().fromCycle();
  }

  private static double to(Judgement judgement) {
    return judgement.growth().toCycle();
  }

  private void addGrowthOfResidentSet() {
    if (rss.verdict() != Verdict.GROWING) {
      return;
    }
    Map<Cause, Double> slopes = slopes(rss.growth());
    Cause most = most(slopes);
    double share = most == null ? Double.NaN : share(most, slopes);
    if (most != null && share >= MOST) {
      if (!isFound(most)) {
        double kib = known(slopes, most);
        addGrowth(most, new GrowthEstimate(kib, Double.NaN, Double.NaN, from(rss), to(rss)), kib);
      }
    } else if (findings.stream().noneMatch(each -> each.share() >= MOST)) {
      addUnknown(true, rss.growth().perCycle());
    }
  }

  /** Of the resident set, until its last reading with a ledger. */
  private void addRise() {
    double allowance = evidence.observed().limits().allowance();
    boolean rose =
        rss.verdict() == Verdict.PLATEAU
            || (rss.verdict() == Verdict.INCONCLUSIVE
                && evidence.observed().risenSoFar() > allowance);
    if (!rose) {
      return;
    }
    Map<Cause, Double> rises = new EnumMap<>(Cause.class);
    double first = evidence.observed().series().cycle(0);
    owners.forEach((cause, series) -> rises.put(cause, rise(series, first)));
    Cause most = most(rises);
    double share = most == null ? Double.NaN : share(most, rises);
    if (most != null && share >= MOST) {
      if (!isFound(most)) {
        Cause cause = most == Cause.NATIVE_LEAK ? Cause.NATIVE_LIVE : most;
        findings.add(
            new CauseFinding(
                cause, false, known(rises, most), Double.NaN, Double.NaN, share, false));
      }
    } else {
      addUnknown(false, evidence.observed().risenSoFar());
    }
  }

  /** NaN where there is no ledger of the resident set's first reading. */
  private static double rise(Series series, double first) {
    return series.size() < 2 || series.cycle(0) > first
        ? Double.NaN
        : series.value(series.size() - 1) - series.value(0);
  }

  private void addGrowth(Cause cause, GrowthEstimate growth, double kib) {
    Map<Cause, Double> slopes = slopes(growth);
    slopes.put(cause, kib);
    findings.add(
        new CauseFinding(
            cause,
            true,
            kib,
            growth.lower(),
            growth.upper(),
            share(cause, slopes),
            rss.verdict() == Verdict.FLAT || rss.verdict() == Verdict.PLATEAU));
  }

  private void addUnknown(boolean isGrowing, double kib) {
    if (!isFound(Cause.UNKNOWN)) {
      findings.add(
          new CauseFinding(
              Cause.UNKNOWN, isGrowing, kib, Double.NaN, Double.NaN, Double.NaN, false));
    }
  }

  private boolean isFound(Cause cause) {
    return findings.stream().anyMatch(each -> each.cause() == cause);
  }

  private Map<Cause, Double> slopes(GrowthEstimate window) {
    Map<Cause, Double> slopes = new EnumMap<>(Cause.class);
    owners.keySet().forEach(cause -> slopes.put(cause, slope(cause, window)));
    return slopes;
  }

  /**
   * GrowthEstimate per cycle of resident bytes (Theil-Sen), from the reading at or before a window.
   */
  private double slope(Cause cause, GrowthEstimate window) {
    Series series = owners.getOrDefault(cause, LedgerSeries.of(cell, cause.metrics()));
    int from = series.indexOf(window.fromCycle());
    boolean starts = from < series.size() && series.cycle(from) <= window.fromCycle();
    Series within = series.from(starts || from == 0 ? from : from - 1);
    return TheilSen.slope(Downsampling.of(within));
  }

  private static @Nullable Cause most(Map<Cause, Double> amounts) {
    return amounts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static double known(Map<Cause, Double> amounts, Cause cause) {
    return amounts.getOrDefault(cause, Double.NaN);
  }

  private static double share(Cause cause, Map<Cause, Double> amounts) {
    double all = amounts.values().stream().filter(each -> each > 0).mapToDouble(each -> each).sum();
    return all > 0 ? Math.max(0, known(amounts, cause)) / all : Double.NaN;
  }
}
