package snapbench.self.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Quantity;
import snapbench.self.verdicts.Proportion;

/**
 * How often the judge found a leak that was planted, and how often it saw one where there was none.
 *
 * @param counts the verdicts, by kind of snapshot, leak, series and number of cycles
 */
public record Calibration(List<VerdictCounts> counts) {
  /** A leak is found reliably if it is found in this share of the forks. */
  public static final double RELIABLE = 0.95;

  /** Copies the list. */
  public Calibration {
    counts = List.copyOf(counts);
  }

  private record Key(String kind, PlantedLeak planted, Quantity quantity, int cycles) {
    static Key of(Trial trial) {
      return new Key(trial.kind(), trial.planted(), trial.judgement().quantity(), trial.cycles());
    }
  }

  /** Counts what the judge said, in the order in which kinds and leaks are first met. */
  public static Calibration of(List<Trial> trials) {
    Map<Key, List<Judgement>> judgements = new LinkedHashMap<>();
    for (Trial trial : trials) {
      judgements.computeIfAbsent(Key.of(trial), key -> new ArrayList<>()).add(trial.judgement());
    }
    List<VerdictCounts> counts = new ArrayList<>();
    judgements.forEach(
        (key, of) ->
            counts.add(
                new VerdictCounts(key.kind(), key.planted(), key.quantity(), key.cycles(), of)));
    return new Calibration(counts);
  }

  /** The verdicts on series in which a leak was planted. */
  public List<VerdictCounts> planted() {
    return counts.stream().filter(each -> each.planted().showsIn(each.quantity())).toList();
  }

  /** The verdicts on the series of forks in which nothing was planted. */
  public List<VerdictCounts> clean() {
    return counts.stream().filter(each -> each.planted().isClean()).toList();
  }

  /** The numbers of cycles after which was judged, in ascending order. */
  public List<Integer> cycles() {
    return counts.stream().map(VerdictCounts::cycles).distinct().sorted().toList();
  }

  /** Clean forks, of all kinds together, whose series was said to grow. */
  public Proportion falseAlarms(Quantity quantity, int cycles) {
    List<VerdictCounts> of =
        clean().stream()
            .filter(each -> each.quantity().equals(quantity) && each.cycles() == cycles)
            .toList();
    return new Proportion(
        of.stream().mapToLong(each -> each.growing().count()).sum(),
        of.stream().mapToLong(VerdictCounts::forks).sum());
  }

  /**
   * The smallest leak that was found in at least 95 % of the forks, as all greater ones were too;
   * null if there is none.
   *
   * @param kind what was measured
   * @param leakKind what leaks, the part of its name before a colon
   * @param cycles how many cycles the judge was shown
   */
  public @Nullable PlantedLeak smallestFound(String kind, String leakKind, int cycles) {
    List<VerdictCounts> greatestFirst =
        planted().stream()
            .filter(each -> each.kind().equals(kind) && each.cycles() == cycles)
            .filter(each -> leakKind(each).equals(leakKind))
            .sorted(
                Comparator.comparingDouble((VerdictCounts each) -> each.planted().perCycle())
                    .reversed())
            .toList();
    PlantedLeak smallest = null;
    for (VerdictCounts each : greatestFirst) {
      if (each.growing().share() < RELIABLE) {
        return smallest;
      }
      smallest = each.planted();
    }
    return smallest;
  }

  /** Whatever leaked, as the part of its name before a colon. */
  public List<String> leakKinds() {
    return planted().stream().map(Calibration::leakKind).distinct().toList();
  }

  /** What was measured, such as {@code memory}. */
  public List<String> kinds() {
    return counts.stream().map(VerdictCounts::kind).distinct().toList();
  }

  /**
   * GrowthEstimate per cycle that is too small to matter, in the unit of a series; NaN if unknown.
   */
  public double threshold(Quantity quantity) {
    return counts.stream()
        .filter(each -> each.quantity().equals(quantity))
        .map(each -> each.judgements().get(0).threshold())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static String leakKind(VerdictCounts counts) {
    return counts.planted().leak().split(":", 2)[0];
  }
}
