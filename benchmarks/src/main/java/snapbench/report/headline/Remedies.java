package snapbench.report.headline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import snapbench.analysis.comparison.RatioEstimate;
import snapbench.analysis.verdict.Quantity;
import snapbench.analysis.verdict.Verdict;
import snapbench.model.Fork;
import snapbench.model.Fork.State;
import snapbench.model.Parameter;
import snapbench.report.cell.CellTitle;
import snapbench.report.cell.CycleThroughput;
import snapbench.report.cell.JudgedCell;
import snapbench.report.cell.LeverSettings;
import snapbench.report.cell.RssSummary;
import snapbench.report.text.AmountText;
import snapbench.report.text.Numbers;
import snapbench.report.text.Texts;

/**
 * What avoids or lessens a growth, and its price: other cells of the same runs that differ in one
 * thing which a service can choose. Only what was measured is told.
 */
record Remedies(JudgedCell cell) {
  private static final String MALLOC = Parameter.MALLOC.label();
  private static final String SYSTEM = Parameter.MALLOC.defaultValue();
  private static final String LIVE = "dumpLive";
  private static final String WITH_SNAPSHOT = "snapshotAndDump";

  /** What can be chosen without changing the work that is done. */
  private static final Set<String> CHOICES =
      Set.of(
          Parameter.SNAPSHOT.label(),
          Parameter.MALLOC.label(),
          Parameter.DRIVER.label(),
          Parameter.JDK.label(),
          Parameter.JVM_ARGS.label(),
          Parameter.THREADS.label());

  /** A rise that is lessened to more than this share of it is not worth a sentence. */
  private static final double LESS = 0.25;

  private static final int MOST = 3;

  /** One of them; flat is what avoids the growth altogether. The ratio is that of throughput. */
  private record Remedy(String name, boolean isFlat, RssSummary course, RatioEstimate ratio) {
    double speed() {
      return Double.isNaN(ratio.ratio()) ? 0 : ratio.ratio();
    }

    /** What remains of the rise, in KiB. */
    double remaining() {
      return Math.max(0, course.hasFallen() ? course.left() : course.rise());
    }
  }

  /** The sentences, with a space before them; empty if nothing is known to help. */
  static String of(JudgedCell cell, List<JudgedCell> all) {
    boolean isInNeed = cell.verdict() == Verdict.GROWING || cell.verdict() == Verdict.PLATEAU;
    return isInNeed ? new Remedies(cell).sentences(all) : "";
  }

  private String sentences(List<JudgedCell> all) {
    List<Remedy> remedies =
        all.stream().filter(this::isAlternative).filter(this::helps).map(this::remedy).toList();
    Comparator<Remedy> fastest = Comparator.comparingDouble(Remedy::speed).reversed();
    Comparator<Remedy> least = Comparator.comparingDouble(Remedy::remaining);
    return sentence(" Avoided in this run by ", remedies.stream().filter(Remedy::isFlat), fastest)
        + sentence(" Lessened by ", remedies.stream().filter(remedy -> !remedy.isFlat()), least);
  }

  private boolean isAlternative(JudgedCell other) {
    Fork mine = cell.first();
    Fork theirs = other.first();
    if (!mine.mode().equals(theirs.mode())) {
      return false;
    }
    Set<String> differing = differing(mine.params(), theirs.params());
    return mine.benchmark().equals(theirs.benchmark())
        ? differing.size() == 1 && CHOICES.containsAll(differing) && !isMoreOfTheSame(differing)
        : mine.benchmark().endsWith("." + WITH_SNAPSHOT)
            && theirs.benchmark().endsWith("." + LIVE)
            && differing.equals(Set.of(Parameter.SNAPSHOT.label()));
  }

  /** Whoever has set the allocator and sees it settle has found a remedy already. */
  private boolean isMoreOfTheSame(Set<String> differing) {
    return differing.contains(MALLOC)
        && !SYSTEM.equals(cell.first().params().get(MALLOC))
        && cell.verdict() == Verdict.PLATEAU;
  }

  private static Set<String> differing(Map<String, String> mine, Map<String, String> theirs) {
    Set<String> names = new TreeSet<>(mine.keySet());
    names.addAll(theirs.keySet());
    names.removeIf(name -> mine.getOrDefault(name, "").equals(theirs.getOrDefault(name, "")));
    return names;
  }

  /** Flat in every respect, or settled after a much smaller rise, and completely measured. */
  private boolean helps(JudgedCell other) {
    boolean isSound =
        other.hasRss()
            && other.cell().forks().stream().allMatch(fork -> fork.state() == State.MEASURED)
            && !other.hasGrowingOwner()
            && !other.isGrowing(Quantity.DESCRIPTORS)
            && !other.isGrowing(Quantity.THREADS);
    double most = LESS * cell.course().rise();
    boolean isLess = other.verdict() == Verdict.PLATEAU && other.course().rise() <= most;
    return isSound && (other.verdict() == Verdict.FLAT || isLess);
  }

  private Remedy remedy(JudgedCell other) {
    return new Remedy(
        name(other.first()),
        other.verdict() == Verdict.FLAT,
        other.course(),
        CycleThroughput.ratio(cell.cell(), other.cell()));
  }

  private String name(Fork other) {
    if (!other.benchmark().equals(cell.first().benchmark())) {
      return "a dump of the live database";
    }
    String parameter = differing(cell.first().params(), other.params()).iterator().next();
    String value = other.params().getOrDefault(parameter, "");
    String bundled = other.testee() == null ? "the bundled driver" : other.testee().driver();
    String plain = parameter + "=" + Texts.shortened(value);
    return Parameter.of(parameter)
        .map(
            ours ->
                switch (ours) {
                  case SNAPSHOT -> "a " + value + " snapshot";
                  case THREADS -> value + (value.equals("1") ? " thread" : " threads");
                  case DRIVER -> CellTitle.driver(ours.isDefault(value) ? bundled : value);
                  case MALLOC -> {
                    String settings = LeverSettings.inWords(other);
                    yield settings.isEmpty() ? plain : settings;
                  }
                  default -> plain;
                })
        .orElse(plain);
  }

  private static String sentence(
      String beginning, Stream<Remedy> remedies, Comparator<Remedy> order) {
    String listed =
        remedies.sorted(order).limit(MOST).map(Remedies::said).collect(Collectors.joining("; "));
    return listed.isEmpty() ? "" : beginning + listed + ".";
  }

  private static String said(Remedy remedy) {
    return Stream.of(remedy.isFlat() ? "" : rise(remedy), price(remedy.ratio()))
        .filter(text -> !text.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .map(figures -> remedy.name() + " (" + figures + ")")
        .orElse(remedy.name());
  }

  private static String rise(Remedy remedy) {
    String rise = "a rise of " + AmountText.of(Math.max(0, remedy.course().rise()));
    return remedy.course().hasFallen()
        ? rise + ", given back later but for " + AmountText.of(remedy.remaining())
        : rise;
  }

  /** Empty where the cycles' times are not on record. */
  private static String price(RatioEstimate ratio) {
    if (Double.isNaN(ratio.ratio())) {
      return "";
    }
    String percent = Numbers.whole(100 * ratio.ratio()) + " % of the throughput";
    return ratio.lower() <= 1 && ratio.upper() >= 1 ? percent + ", within noise" : percent;
  }
}
