package snapbench.analysis.fork;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import snapbench.analysis.stats.Medians;

/**
 * Whose the growth of a cell's memory is, over all its forks.
 *
 * @param isKnown whether a ledger was read; otherwise there are no findings
 * @param findings what at least half of the forks with a ledger show, with the medians of their
 *     figures: what grows before what rose, the most first. {@link Cause#UNKNOWN} where they show
 *     something, but not the same; empty if nothing grows or rose
 */
public record CellCause(boolean isKnown, List<CauseFinding> findings) {
  public CellCause {
    findings = List.copyOf(findings);
  }

  /** Finds the causes of forks of one cell. */
  public static CellCause of(List<JudgedFork> forks) {
    List<List<CauseFinding>> known =
        forks.stream()
            .filter(fork -> ForkSeries.hasLedger(fork.fork()))
            .map(JudgedFork::findings)
            .toList();
    return new CellCause(!known.isEmpty(), pool(known));
  }

  private static List<CauseFinding> pool(List<List<CauseFinding>> forks) {
    Map<Cause, List<CauseFinding>> byCause =
        forks.stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(
                    CauseFinding::cause, () -> new EnumMap<>(Cause.class), Collectors.toList()));
    List<CauseFinding> common =
        byCause.values().stream()
            .filter(findings -> 2 * findings.size() >= forks.size())
            .map(CellCause::median)
            .sorted(Attribution.ORDER)
            .toList();
    long open = forks.stream().filter(fork -> !fork.isEmpty()).count();
    return common.isEmpty() && 2 * open >= forks.size() && open > 0
        ? List.of(CauseFinding.DISPUTED)
        : common;
  }

  private static CauseFinding median(List<CauseFinding> findings) {
    long growing = findings.stream().filter(CauseFinding::isGrowing).count();
    boolean isGrowing = 2 * growing >= findings.size();
    List<CauseFinding> alike =
        findings.stream().filter(finding -> finding.isGrowing() == isGrowing).toList();
    long hidden = alike.stream().filter(CauseFinding::isHidden).count();
    return new CauseFinding(
        alike.get(0).cause(),
        isGrowing,
        median(alike, CauseFinding::kib),
        alike.stream().mapToDouble(CauseFinding::lower).min().orElse(Double.NaN),
        alike.stream().mapToDouble(CauseFinding::upper).max().orElse(Double.NaN),
        median(alike, CauseFinding::share),
        2 * hidden >= alike.size() && hidden > 0);
  }

  private static double median(List<CauseFinding> findings, ToDoubleFunction<CauseFinding> figure) {
    return Medians.of(findings.stream().mapToDouble(figure).toArray());
  }

  /** The first finding. */
  public Optional<CauseFinding> first() {
    return findings.stream().findFirst();
  }

  /**
   * The first finding's cause as a word: {@code none} if nothing grows or rose, {@code no ledger}
   * where none was read.
   */
  public String word() {
    return first().map(finding -> finding.cause().name()).orElse(isKnown ? "none" : "no ledger");
  }

  /** Its findings in sentences, one each. */
  public List<String> sentences() {
    return findings.stream().map(CauseFinding::sentence).toList();
  }
}
