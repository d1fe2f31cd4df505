package snapbench.analysis.fork;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import snapbench.analysis.stats.Medians;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;

/**
 * The forks of a cell, judged one by one and then together.
 *
 * @param quantity what was judged
 * @param forks the judgement of each fork, at least one
 * @param verdict that of all forks if they agree; INCONCLUSIVE if some grow and others do not; that
 *     of the forks that are decided if these are at least half; PLATEAU where some are flat
 * @param reason why; where forks disagree, how
 * @param growth median of the forks' growth; its interval spans theirs
 * @param detectable the greatest of the forks
 * @param cycles cycles of the shortest fork
 * @param databaseKiB size of the live database in KiB; NaN if unknown
 */
public record CellJudgement(
    Quantity quantity,
    List<Judgement> forks,
    Verdict verdict,
    String reason,
    GrowthEstimate growth,
    double detectable,
    double cycles,
    double databaseKiB) {

  public CellJudgement {
    forks = List.copyOf(forks);
  }

  /** Judges a quantity of forks together, at least one. */
  public static CellJudgement of(List<JudgedFork> forks, Quantity quantity) {
    double databaseKiB =
        forks.stream()
            .mapToDouble(fork -> fork.context().databaseKiB())
            .filter(kib -> !Double.isNaN(kib))
            .reduce(Double.NaN, (first, last) -> last);
    return pool(forks.stream().map(fork -> fork.judgement(quantity)).toList(), databaseKiB);
  }

  /**
   * Judges forks together.
   *
   * @param forks at least one
   * @param databaseKiB size of the live database in KiB; NaN if unknown
   */
  public static CellJudgement pool(List<Judgement> forks, double databaseKiB) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    forks.forEach(fork -> counts.merge(fork.verdict(), 1, Integer::sum));
    Verdict verdict = together(counts, forks.size());
    return new CellJudgement(
        forks.get(0).quantity(),
        forks,
        verdict,
        reason(forks, counts, verdict),
        growth(forks),
        forks.stream().mapToDouble(Judgement::detectable).max().orElse(Double.NaN),
        forks.stream().mapToDouble(Judgement::cycles).min().orElse(Double.NaN),
        databaseKiB);
  }

  private static Verdict together(Map<Verdict, Integer> counts, int forks) {
    int open = counts.getOrDefault(Verdict.INCONCLUSIVE, 0);
    Set<Verdict> decided = EnumSet.copyOf(counts.keySet());
    decided.remove(Verdict.INCONCLUSIVE);
    int settled = forks - open;
    if (settled < open || settled == 0 || isSplit(counts)) {
      return Verdict.INCONCLUSIVE;
    }
    return decided.size() == 1 ? decided.iterator().next() : Verdict.PLATEAU;
  }

  /** Whether some grow and others do not: more cycles of each settle nothing. */
  private static boolean isSplit(Map<Verdict, Integer> counts) {
    return counts.containsKey(Verdict.GROWING)
        && (counts.containsKey(Verdict.FLAT) || counts.containsKey(Verdict.PLATEAU));
  }

  private static String reason(
      List<Judgement> forks, Map<Verdict, Integer> counts, Verdict verdict) {
    String first =
        forks.stream()
            .filter(fork -> fork.verdict() == verdict)
            .map(Judgement::reason)
            .findFirst()
            .orElse("");
    if (forks.size() == 1) {
      return first;
    }
    if (counts.size() == 1) {
      return "all " + forks.size() + " forks agree; the first of them: " + first;
    }
    String tally =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
    return "forks disagree: "
        + tally
        + (isSplit(counts)
            ? "; more forks decide"
            : "; the first that is " + word(verdict) + ": " + first);
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static GrowthEstimate growth(List<Judgement> forks) {
    List<GrowthEstimate> growths = forks.stream().map(Judgement::growth).toList();
    return new GrowthEstimate(
        Medians.of(growths, GrowthEstimate::perCycle),
        growths.stream().mapToDouble(GrowthEstimate::lower).min().orElse(Double.NEGATIVE_INFINITY),
        growths.stream().mapToDouble(GrowthEstimate::upper).max().orElse(Double.POSITIVE_INFINITY),
        growths.stream().mapToDouble(GrowthEstimate::fromCycle).min().orElse(Double.NaN),
        growths.stream().mapToDouble(GrowthEstimate::toCycle).max().orElse(Double.NaN));
  }

  /** Growth per cycle as a share of the live database; NaN if either is unknown, or not memory. */
  public double shareOfDatabase() {
    return quantity.kind() == Quantity.Kind.MEMORY_KIB && databaseKiB > 0
        ? growth.perCycle() / databaseKiB
        : Double.NaN;
  }
}
