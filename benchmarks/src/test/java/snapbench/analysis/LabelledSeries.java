package snapbench.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import snapbench.analysis.verdict.GrowthEstimate;
import snapbench.analysis.verdict.Judge;
import snapbench.analysis.verdict.Judgement;
import snapbench.analysis.verdict.Series;
import snapbench.analysis.verdict.SeriesContext;
import snapbench.analysis.verdict.Verdict;

/**
 * A real series with what a person calls it. As a program it prints what the judge calls each, and
 * their variants. After {@code mvn test-compile}:
 *
 * <pre>
 * java -cp benchmarks/target/test-classes:benchmarks/target/benchmarks.jar \
 *     snapbench.analysis.LabelledSeries
 * </pre>
 *
 * @param name file and column, and the round where it is known
 * @param variation what was done to it; empty for the series as it was measured
 * @param series the series
 * @param circumstances what is known beside it
 * @param accepted verdicts that agree with the label
 * @param doubtful whether a person would hesitate, so that a test does not insist
 */
record LabelledSeries(
    String name,
    String variation,
    Series series,
    SeriesContext circumstances,
    Set<Verdict> accepted,
    boolean doubtful) {

  /** What the judge says of it. */
  Judgement judge() {
    return Judge.judge(series, circumstances);
  }

  /** The same label for a variant. */
  LabelledSeries vary(String what, Series variant, Set<Verdict> alsoAccepted) {
    Set<Verdict> verdicts = EnumSet.copyOf(accepted);
    verdicts.addAll(alsoAccepted);
    return new LabelledSeries(name, what, variant, circumstances, verdicts, doubtful);
  }

  @Override
  public String toString() {
    return variation.isEmpty() ? name : name + ", " + variation;
  }

  /** Prints the tables. */
  public static void main(String[] arguments) throws IOException {
    List<LabelledSeries> measured = LabelledFiles.read();
    System.out.println("As measured");
    measured.forEach(LabelledSeries::print);
    Map<String, List<LabelledSeries>> variants = new LinkedHashMap<>();
    for (LabelledSeries each : LabelledFiles.seed(measured)) {
      variants.put(each.name + ", noise", Variants.noisy(each));
      variants.put(each.name + ", thinned", Variants.thinned(each));
      variants.put(each.name + ", cut", Variants.cut(each));
    }
    System.out.printf("%nVariants: how many come to each verdict%n");
    variants.forEach(LabelledSeries::printCounts);
    System.out.printf("%nVariants that disagree with their label%n");
    List<LabelledSeries> wrong = new ArrayList<>();
    variants
        .values()
        .forEach(group -> group.stream().filter(each -> !each.agrees()).forEach(wrong::add));
    wrong.forEach(LabelledSeries::print);
    long wrongMeasured = measured.stream().filter(each -> !each.agrees()).count();
    System.out.printf(
        "%n%d of %d measured series and %d of %d variants disagree%n",
        wrongMeasured,
        measured.size(),
        wrong.size(),
        variants.values().stream().mapToInt(List::size).sum());
  }

  private boolean agrees() {
    return accepted.contains(judge().verdict());
  }

  private void print() {
    Judgement judgement = judge();
    GrowthEstimate growth = judgement.growth();
    System.out.printf(
        Locale.ROOT,
        "%-6s %-56s %-12s %10.1f [%.1f, %.1f] detectable %.1f threshold %.1f p %.3f%n"
            + "       accepted %s%s; %s%n",
        agrees() ? "ok" : doubtful ? "doubt" : "WRONG",
        this,
        judgement.verdict(),
        growth.perCycle(),
        growth.lower(),
        growth.upper(),
        judgement.detectable(),
        judgement.threshold(),
        judgement.trendPValue(),
        words(accepted),
        doubtful ? " (in doubt)" : "",
        judgement.reason());
  }

  private static void printCounts(String group, List<LabelledSeries> variants) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    variants.forEach(each -> counts.merge(each.judge().verdict(), 1, Integer::sum));
    long wrong = variants.stream().filter(each -> !each.agrees()).count();
    System.out.printf(
        "%-6s %-56s %s%s%n",
        wrong == 0 ? "ok" : "WRONG",
        group,
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", ")),
        wrong == 0 ? "" : "; " + wrong + " disagree");
  }

  private static String words(Set<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::name).collect(Collectors.joining(" or "));
  }
}
