package snapbench.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import snapbench.analysis.Judgement;
import snapbench.analysis.Verdict;

/**
 * The variants that charts show: all that have something to show or, where these are more than can
 * be told apart, those with the worst verdicts on their resident set, in the order of the run.
 */
final class ShownVariants {
  private static final List<Verdict> WORST_FIRST =
      List.of(Verdict.GROWING, Verdict.INCONCLUSIVE, Verdict.PLATEAU, Verdict.FLAT);

  private final List<JudgedVariant> judged;
  private final int leftOut;
  private final Map<String, String> labels;

  private ShownVariants(List<JudgedVariant> judged, List<Variant> all, int leftOut) {
    this.judged = List.copyOf(judged);
    this.leftOut = leftOut;
    this.labels = labels(variants(), all);
  }

  private record Ranked(int index, Verdict verdict, double riseKiB) {}

  /**
   * Chooses among the variants of a report.
   *
   * @param observed those of which a process was observed
   * @param all with those that have scores alone
   */
  static ShownVariants of(List<JudgedVariant> observed, List<Variant> all) {
    List<JudgedVariant> known =
        observed.stream().filter(each -> hasReadings(each.variant())).toList();
    List<JudgedVariant> worst = worst(known, VariantStyles.DIFFERENT);
    return new ShownVariants(worst, all, known.size() - worst.size());
  }

  /** So many of some variants at most: those with the worst verdicts, in their order. */
  static List<JudgedVariant> worst(List<JudgedVariant> variants, int most) {
    if (variants.size() <= most) {
      return variants;
    }
    return IntStream.range(0, variants.size())
        .mapToObj(index -> ranked(index, variants.get(index)))
        .sorted(
            Comparator.comparingInt((Ranked each) -> WORST_FIRST.indexOf(each.verdict))
                .thenComparing(Ranked::riseKiB, Comparator.reverseOrder()))
        .limit(most)
        .sorted(Comparator.comparingInt(Ranked::index))
        .map(each -> variants.get(each.index))
        .toList();
  }

  private static boolean hasReadings(Variant variant) {
    return variant.forks().stream()
        .anyMatch(cell -> !cell.cycles().isEmpty() || !cell.iterations().isEmpty());
  }

  private static Ranked ranked(int index, JudgedVariant variant) {
    double rise =
        variant.rss().forks().stream()
            .mapToDouble(ShownVariants::rise)
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    return new Ranked(index, variant.verdict(), rise);
  }

  private static double rise(Judgement fork) {
    return fork.last() - fork.baseline();
  }

  /** Of those that are shown before the others, so that they get the styles that differ. */
  private static Map<String, String> labels(List<Variant> first, List<Variant> all) {
    Map<String, String> labels = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Stream.concat(first.stream(), all.stream())
        .map(Variant::name)
        .distinct()
        .forEach(name -> labels.put(name, unique(Labels.shortened(name), taken)));
    return labels;
  }

  private static String unique(String label, Set<String> taken) {
    String unique = label;
    for (int i = 2; !taken.add(unique); i++) {
      unique = label + " (" + i + ")";
    }
    return unique;
  }

  /** The variants, in the order of the run. */
  List<Variant> variants() {
    return judged.stream().map(JudgedVariant::variant).toList();
  }

  /** The same with their verdicts. */
  List<JudgedVariant> judged() {
    return judged;
  }

  /** The name of any variant of the run, short enough for an axis. */
  String label(Variant variant) {
    return labels.getOrDefault(variant.name(), variant.name());
  }

  /** How each variant of the run is drawn. */
  VariantStyles styles() {
    return VariantStyles.of(labels.values());
  }

  /** What is missing, as a sentence to add to a chart's text; empty if nothing is. */
  String note() {
    return leftOut == 0
        ? ""
        : " Shown are the "
            + judged.size()
            + " variants with the worst verdicts; "
            + leftOut
            + (leftOut == 1 ? " is left out and is" : " are left out and are")
            + " in the tables and in series.csv.";
  }
}
