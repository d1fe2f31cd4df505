package snapbench.analysis.fork;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.stats.TheilSen;
import snapbench.analysis.verdict.Downsampling;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.Verdict;
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

  private final JudgedFork fork;
  private final Judgement rss;
  private final Map<Cause, Series> owners = new EnumMap<>(Cause.class);
  private final List<CauseFinding> findings = new ArrayList<>();

  private Attribution(JudgedFork fork) {
    this.fork = fork;
    this.rss = fork.judgement(Quantity.RSS);
    for (Cause cause : Cause.values()) {
      if (cause != Cause.NATIVE_LIVE) {
        owners.put(cause, ForkSeries.ofMetrics(fork.fork(), cause.metrics()));
      }
    }
  }

  /**
   * What explains the growth of a fork: what grows before what rose, the most first, the unknown
   * last; empty if nothing grows or rose, or no ledger was read.
   */
  static List<CauseFinding> of(JudgedFork fork) {
    if (!ForkSeries.hasLedger(fork.fork())) {
      return List.of();
    }
    Attribution attribution = new Attribution(fork);
    attribution.addOwnGrowth(Cause.NATIVE_LEAK, Cause.NATIVE_LEAK.metrics().get(0));
    attribution.addOwnGrowth(Cause.DIRECT_BUFFERS, Cause.DIRECT_BUFFERS.metrics().get(0));
    attribution.addOwnGrowth(Cause.JAVA_HEAP, Metric.HEAP_USED);
    attribution.addThreads();
    attribution.addGrowthOfResidentSet();
    attribution.addRise();
    return attribution.findings.stream().sorted(ORDER).toList();
  }

  private void addOwnGrowth(Cause cause, Metric metric) {
    Judgement own = fork.owner(metric);
    if (own.verdict() == Verdict.GROWING) {
      addGrowth(cause, own.growth());
    }
  }

  private void addThreads() {
    Judgement number = fork.judgement(Quantity.THREADS);
    if (number.verdict() == Verdict.GROWING) {
      addGrowth(Cause.THREADS, number, slope(Cause.THREADS, number.growth()));
    }
  }

  /** Over the cycles of a judgement on something else, without an interval. */
  private void addGrowth(Cause cause, Judgement judgement, double kib) {
    GrowthEstimate of = judgement.growth();
    addGrowth(cause, new GrowthEstimate(kib, Double.NaN, Double.NaN, of.fromCycle(), of.toCycle()));
  }

  private void addGrowthOfResidentSet() {
    if (rss.verdict() != Verdict.GROWING) {
      return;
    }
    Map<Cause, Double> slopes = slopes(rss.growth());
    Cause most = most(slopes);
    if (most != null) {
      if (!isFound(most)) {
        addGrowth(most, rss, known(slopes, most));
      }
    } else if (findings.stream().noneMatch(each -> each.share() >= MOST)) {
      addUnknown(true, rss.growth().perCycle());
    }
  }

  /** Of the resident set, until its last reading with a ledger. */
  private void addRise() {
    Series series = fork.series(Quantity.RSS);
    double rise = rss.last() - rss.baseline();
    boolean rose =
        rss.verdict() == Verdict.PLATEAU
            || (rss.verdict() == Verdict.INCONCLUSIVE
                && rise > Judge.allowance(series, fork.context()));
    if (!rose) {
      return;
    }
    Map<Cause, Double> rises = new EnumMap<>(Cause.class);
    owners.forEach((cause, owner) -> rises.put(cause, rise(owner, series.cycle(0))));
    Cause most = most(rises);
    if (most != null) {
      if (!isFound(most)) {
        Cause cause = most == Cause.NATIVE_LEAK ? Cause.NATIVE_LIVE : most;
        findings.add(new CauseFinding(cause, false, known(rises, most), share(most, rises)));
      }
    } else {
      addUnknown(false, rise);
    }
  }

  /** NaN where there is no ledger of the resident set's first reading. */
  private static double rise(Series series, double first) {
    return series.size() < 2 || series.cycle(0) > first
        ? Double.NaN
        : series.last() - series.value(0);
  }

  private void addGrowth(Cause cause, GrowthEstimate growth) {
    Map<Cause, Double> slopes = slopes(growth);
    slopes.put(cause, growth.perCycle());
    findings.add(
        new CauseFinding(
            cause,
            true,
            growth.perCycle(),
            growth.lower(),
            growth.upper(),
            share(cause, slopes),
            rss.verdict() == Verdict.FLAT || rss.verdict() == Verdict.PLATEAU));
  }

  private void addUnknown(boolean isGrowing, double kib) {
    if (!isFound(Cause.UNKNOWN)) {
      findings.add(new CauseFinding(Cause.UNKNOWN, isGrowing, kib, Double.NaN));
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

  /** Growth per cycle of resident bytes (Theil-Sen), from the reading at or before a window. */
  private double slope(Cause cause, GrowthEstimate window) {
    Series series = Objects.requireNonNull(owners.get(cause), cause.name());
    int from = series.indexOf(window.fromCycle());
    boolean starts = from < series.size() && series.cycle(from) <= window.fromCycle();
    Series within = series.from(starts || from == 0 ? from : from - 1);
    Series few = Downsampling.of(within);
    return TheilSen.slope(few.cycles(), few.values());
  }

  /** The one with the most, if that is half of all at least. */
  private static @Nullable Cause most(Map<Cause, Double> amounts) {
    return amounts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(cause -> share(cause, amounts) >= MOST)
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
